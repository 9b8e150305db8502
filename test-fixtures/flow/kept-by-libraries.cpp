// args: -std=c++20 -isystem {fixtures}/include
// What libraries keep and give back (data of threads and of events, trees), what
// they only borrow, and what a library without a model may do. What comes out of
// a library may be anything that was kept: such writes are possible, but where the
// library is given what it looks in.
#include <absl/strings/numbers.h>
#include <httplib.h>
#include <pthread.h>
#include <search.h>
#include <signal.h>
#include <sys/epoll.h>
#include <vector>
#include <vendor/settings.h>

static int OfThreadBad; // expect: stateless-mutable-global "passed to 'pthread_setspecific'" confidence possible
static int OfEventBad;  // expect: stateless-mutable-global "passed to 'epoll_ctl'" confidence possible
static int OfTreeBad;   // expect: stateless-mutable-global "written after start-up by lambda in 'main'" confidence likely
static int OfSignalBad; // expect: stateless-mutable-global "passed to 'sigqueue'" confidence possible
static int SwappedBad;  // expect: stateless-mutable-global "written after start-up"
static int PortOk;      // expect-benign: stateless-mutable-global "only at start-up"
static double ShareOk;  // expect-benign: stateless-mutable-global "only at start-up"
static int LimitBad;    // expect: stateless-mutable-global "passed to 'vendor::read'" confidence possible
static pthread_key_t Key; // expect-benign: stateless-mutable-global "only at start-up"

static int byValue(const void *A, const void *B) {
  return *static_cast<const int *>(A) - *static_cast<const int *>(B);
}

int main(int, char **Argv) {
  absl::SimpleAtoi(Argv[1], &PortOk);
  absl::SimpleAtod(Argv[2], &ShareOk);
  vendor::read(Argv[3], &LimitBad);

  pthread_key_create(&Key, nullptr);
  pthread_setspecific(Key, &OfThreadBad);

  int Queue = epoll_create1(0);
  epoll_event Event{};
  Event.data.ptr = &OfEventBad;
  epoll_ctl(Queue, EPOLL_CTL_ADD, 0, &Event);

  void *Root = nullptr;
  tsearch(&OfTreeBad, &Root, byValue);

  sigval With;
  With.sival_ptr = &OfSignalBad;
  sigqueue(1, SIGUSR1, With);

  std::vector<int *> From{&SwappedBad}, To;
  To.swap(From);
  From.swap(To);

  httplib::Server S;
  S.Get("/", [&](const httplib::Request &, httplib::Response &) {
    ++*static_cast<int *>(pthread_getspecific(Key));
    epoll_event Events[4];
    epoll_wait(Queue, Events, 4, -1);
    ++*static_cast<int *>(Events[0].data.ptr);
    int Wanted = 1;
    ++**static_cast<int **>(tfind(&Wanted, &Root, byValue));
    siginfo_t Info;
    sigset_t Set;
    sigwaitinfo(&Set, &Info);
    ++*static_cast<int *>(Info.si_value.sival_ptr);
    ++*From[0];
  });
  S.listen("0.0.0.0", PortOk);
}
