// args: -std=c++20
// Threads and executors of the language. What they run is beside the requests.
#include <future>
#include <httplib.h>
#include <string>
#include <thread>
#include <vector>

static int LambdaBad;   // expect: stateless-mutable-global "LambdaBad" "lambda in 'main'" confidence likely
static int FunctionBad; // expect: stateless-mutable-global "FunctionBad" "written after start-up by 'work'" confidence likely
static int MethodBad;   // expect: stateless-mutable-global "MethodBad" "written after start-up by 'Worker::run'" confidence likely
static int JoiningBad;  // expect: stateless-mutable-global "JoiningBad" "lambda in 'main'" confidence likely
static int AsyncBad;    // expect: stateless-mutable-global "AsyncBad" "lambda in 'main'" confidence likely
static int PolicyBad;   // expect: stateless-mutable-global "PolicyBad" "written after start-up by 'policy'" confidence likely
static int TaskBad;     // expect: stateless-mutable-global "TaskBad" "lambda in 'main'" confidence likely
static int EmplacedBad; // expect: stateless-mutable-global "EmplacedBad" "written after start-up by 'emplaced'" confidence likely
static int RequestedBad; // expect: stateless-mutable-global "RequestedBad" "lambda in 'request'"
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void work(int N) { FunctionBad += N; }
static int policy() { return ++PolicyBad; }
static void emplaced() { ++EmplacedBad; }

class Worker {
public:
  void run() { ++MethodBad; }
};

// A thread that a request starts.
static void request(const httplib::Request &, httplib::Response &Response) {
  std::thread([] { ++RequestedBad; }).detach();
  Response.set_content(GreetingOk, "text/plain");
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Worker TheWorker;
  std::thread Lambda([] { ++LambdaBad; });
  std::thread Function(work, 3);
  std::thread Method(&Worker::run, &TheWorker);
  std::jthread Joining([](std::stop_token) { ++JoiningBad; });
  std::future<void> Async = std::async([] { ++AsyncBad; });
  std::future<int> Policy = std::async(std::launch::async, policy);
  std::packaged_task<int()> Task([] { return ++TaskBad; });
  std::thread Tasks(std::move(Task));
  std::vector<std::thread> Pool;
  for (int I = 0; I < 4; ++I)
    Pool.emplace_back(emplaced);

  httplib::Server Server;
  Server.Get("/", request);
  Server.listen("127.0.0.1", 8080);
  for (std::thread &T : Pool)
    T.join();
  Lambda.join();
  Function.join();
  Method.join();
  Tasks.join();
}
