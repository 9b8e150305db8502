// An object that start-up serves with stays, though nothing names it.
#include <map>
#include <memory>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {
class Loop {
public:
  explicit Loop(int Listening) : Listening(Listening) {}
  int run() {
    for (;;) {
      int Client = accept(Listening, nullptr, nullptr);
      if (Client < 0)
        return 1;
      ++Words[std::to_string(Client)];
      Total = Total + static_cast<long>(Words.size());
      std::string Text = std::to_string(Total);
      send(Client, Text.data(), Text.size(), 0);
      close(Client);
    }
  }

private:
  int Listening;
  std::map<std::string, int> Words; // expect: stateless-mutable-global "object of 'Loop', which lives as long as the program serves, keeps state: 'Loop::Words', 'Loop::Total'"
  long Total = 0;
};

// Made before, and thrown away.
class Options {
public:
  int port() { return ++Asked; }

private:
  int Asked = 0;
};

class OnHeap {
public:
  void run() {
    for (;;) {
      int Client = accept(3, nullptr, nullptr);
      if (Client < 0)
        return;
      Last = Last + Client;
      send(Client, &Last, sizeof Last, 0);
    }
  }

private:
  long Last = 0; // expect: stateless-mutable-global "object of 'OnHeap'" "'OnHeap::Last'"
};
} // namespace

int main(int Count, char **) {
  int Listening = socket(AF_INET, SOCK_STREAM, Options().port());
  if (Count > 1)
    std::make_unique<OnHeap>()->run();
  return Loop(Listening).run();
}
