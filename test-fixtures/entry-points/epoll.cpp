// args: -std=c++17
// An event loop of the project's own: around epoll_wait, with accept in a function
// that it calls, repeated while signals interrupt it.
#include <cerrno>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static int EventsBad;   // expect: stateless-mutable-global "EventsBad" "written after start-up by 'Loop::run'" "the request loop in 'Loop::run'" confidence proven
static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'Loop::accepted'" "the request loop in 'Loop::run'" confidence proven
static int BytesBad;    // expect: stateless-mutable-global "BytesBad" "written after start-up by 'Loop::readable'" "the request loop in 'Loop::run'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static int acceptAgain(int Listener) {
  int Client;
  do
    Client = accept(Listener, nullptr, nullptr);
  while (Client < 0 && errno == EINTR);
  return Client;
}

class Loop {
public:
  explicit Loop(int Listener) : Queue(epoll_create1(0)), Listener(Listener) { watch(Listener); }
  void run() {
    epoll_event Events[16];
    while (true) {
      int N = epoll_wait(Queue, Events, 16, -1);
      for (int I = 0; I < N; ++I) {
        ++EventsBad;
        if (Events[I].data.fd == Listener)
          accepted();
        else
          readable(Events[I].data.fd);
      }
    }
  }

private:
  void watch(int Socket) {
    epoll_event Event = {};
    Event.events = EPOLLIN;
    Event.data.fd = Socket;
    epoll_ctl(Queue, EPOLL_CTL_ADD, Socket, &Event);
  }
  void accepted() {
    ++AcceptedBad;
    watch(acceptAgain(Listener));
  }
  void readable(int Socket) {
    char Buffer[256];
    BytesBad += int(recv(Socket, Buffer, sizeof Buffer, 0));
    send(Socket, GreetingOk.data(), GreetingOk.size(), 0);
    close(Socket);
  }

  int Queue, Listener;
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  int Listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(Listener, 16);
  Loop TheLoop(Listener);
  TheLoop.run();
}
