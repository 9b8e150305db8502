// args: -std=c++20
// Loggers, pools and metrics of the project's own, by their names.
#include "log.h"

#include <map>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

void append(const char *Command);

namespace app {
class AsyncLogger {
  struct Queue {
    std::vector<std::string> Lines; // The class around it is a logger.
  };
  Queue Pending;
  int Dropped = 0;

public:
  static AsyncLogger &instance() {
    static AsyncLogger One; // expect-benign: stateless-stateful-singleton "exempt type: logger"
    return One;
  }
  void write(const std::string &Text) {
    static unsigned Calls; // expect-benign: stateless-mutable-global "exempt type: logger"
    ++Calls;
    Pending.Lines.push_back(Text);
    ++Dropped;
  }
};

class MemoryPool {
  std::vector<void *> Free;

public:
  void giveBack(void *Block) { Free.push_back(Block); }
  void *take() {
    if (Free.empty())
      return ::operator new(64);
    void *Block = Free.back();
    Free.pop_back();
    return Block;
  }
};
static MemoryPool Blocks; // expect-benign: stateless-mutable-global "exempt type: allocator"

// Users' state is that, whoever keeps it.
struct SessionLogger {
  std::map<std::string, int> Sessions; // expect: stateless-session-map "Sessions"
};
static SessionLogger KeptBad;

// A thread pool keeps accepted work, and a service of logs keeps logs.
struct WorkPool {
  std::vector<int> Jobs;
};
static WorkPool WorkBad; // expect: stateless-mutable-global "WorkBad"
struct LogService {
  std::vector<std::string> Received;
};
static LogService ReceivedBad; // expect: stateless-mutable-global "ReceivedBad"
} // namespace app

int main() {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, nullptr, nullptr);
    log_line(Client, "accepted");
    app::AsyncLogger::instance().write("accepted");
    app::Blocks.giveBack(app::Blocks.take());
    ++app::KeptBad.Sessions["x"];
    app::WorkBad.Jobs.push_back(Client);
    app::ReceivedBad.Received.push_back("x");
    append("x");
    close(Client);
  }
}
