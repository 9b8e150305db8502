// args: -std=c++17
// One child for each request: what it writes is gone with it. What processes
// share is not, nor is it known what a child does that lets exceptions out.
#include <cstdlib>
#include <map>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static int HandledOk;                     // expect-benign: stateless-mutable-global "written only in a child process, which ends by itself"
static std::map<std::string, int> SeenOk; // expect-benign: stateless-mutable-global "written only in a child process"
static int *SharedBad;                    // expect: stateless-mutable-global "SharedBad"
static int CaughtBad;                     // expect: stateless-mutable-global "CaughtBad" "request loop"
static int ForkedBad;                     // expect: stateless-mutable-global "ForkedBad" "request loop"

struct Counter { int Hits = 0; void hit() { ++Hits; } };
static Counter CounterOk; // expect-benign: stateless-mutable-global "written only in a child process"

static void handle(int Client) {
  ++HandledOk;
  SeenOk["user" + std::to_string(Client)] = Client;
  CounterOk.hit();
  ++*SharedBad;
}

static void work(int Client) { if (Client > 5) throw Client; }

static void guarded(int Client) {
  try {
    if (fork() == 0) { work(Client); std::_Exit(0); }
  } catch (int) {
    ++CaughtBad;
  }
}

int main() {
  SharedBad = static_cast<int *>(mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    guarded(Client);
    if (pid_t Pid = fork(); Pid == 0) { handle(Client); _exit(0); } else if (Pid > 0) { ++ForkedBad; }
    close(Client);
  }
}
