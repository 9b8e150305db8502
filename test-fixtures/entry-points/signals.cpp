// args: -std=c++17
// Signal handlers are entry points, but no requests.
#include <csignal>
#include <httplib.h>
#include <signal.h>

static int CountedBad;  // expect: stateless-mutable-global "CountedBad" "written after start-up by 'count'" confidence likely
static int ActedBad;    // expect: stateless-mutable-global "ActedBad" "written after start-up by 'act'" confidence likely
static int DeepBad;     // expect: stateless-mutable-global "DeepBad" "written after start-up by 'reload'" confidence likely
static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'GET /hits'" confidence proven
static volatile std::sig_atomic_t StopOk; // expect-benign: stateless-mutable-global "shutdown flag"

static void reload() { ++DeepBad; }
static void count(int Signal) { CountedBad += Signal; }
static void act(int Signal) {
  ActedBad += Signal;
  reload();
}
static void stop(int) { StopOk = 1; }

int main() {
  std::signal(SIGUSR1, count);
  std::signal(SIGTERM, &stop);
  struct sigaction Action = {};
  Action.sa_handler = act;
  sigaction(SIGHUP, &Action, nullptr);
  httplib::Server Server;
  Server.Get("/hits", [](const httplib::Request &, httplib::Response &Response) {
    ++HitsBad;
    Response.status = StopOk ? 503 : 200;
  });
  Server.listen("127.0.0.1", 8080);
}
