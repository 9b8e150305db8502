// args: -std=c++17
// Threads and executors of Boost, with its real headers.
#include <boost/asio.hpp>
#include <boost/bind/bind.hpp>
#include <boost/thread.hpp>
#include <boost/thread/future.hpp>
#include <string>

static int LambdaBad; // expect: stateless-mutable-global "LambdaBad" "lambda in 'main'" confidence likely
static int BoundBad;  // expect: stateless-mutable-global "BoundBad" "written after start-up by 'Worker::run'" confidence likely
static int GroupBad;  // expect: stateless-mutable-global "GroupBad" "written after start-up by 'work'" confidence likely
static int AsyncBad;  // expect: stateless-mutable-global "AsyncBad" "lambda in 'main'" confidence likely
static int PoolBad;   // expect: stateless-mutable-global "PoolBad" "lambda in 'main'" confidence likely
static int OldBad;    // expect: stateless-mutable-global "OldBad" "lambda in 'main'" confidence likely
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Worker {
public:
  void run() { BoundBad += int(GreetingOk.size()); }
};

static void work() { ++GroupBad; }

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Worker TheWorker;
  boost::thread Lambda([] { ++LambdaBad; });
  boost::thread Bound(boost::bind(&Worker::run, &TheWorker));
  boost::thread_group Group;
  Group.create_thread(work);
  auto Async = boost::async([] { ++AsyncBad; });
  boost::asio::thread_pool Pool(2);
  boost::asio::dispatch(Pool, [] { ++PoolBad; });
  boost::asio::io_context Context;
  Context.post([] { ++OldBad; });
  Context.run();
  Pool.join();
  Group.join_all();
}
