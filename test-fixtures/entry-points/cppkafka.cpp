// args: -std=c++17 -isystem {fixtures}/include
// cppkafka: a dispatcher with handlers, and a loop around poll in a thread.
#include <cppkafka/cppkafka.h>
#include <string>
#include <thread>

static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "lambda in 'main'" "consumer registered by 'cppkafka::BasicConsumerDispatcher::run'" confidence proven
static int ErrorsBad;   // expect: stateless-mutable-global "ErrorsBad" "written after start-up by 'failed'" "consumer registered by 'cppkafka::BasicConsumerDispatcher::run'" confidence proven
static int PolledBad;   // expect: stateless-mutable-global "PolledBad" "written after start-up by 'poll'" "the request loop in 'poll'" confidence proven
static std::string TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void failed(cppkafka::Error) { ++ErrorsBad; }

static void poll() {
  cppkafka::Consumer Consumer({{"group.id", "others"}});
  Consumer.subscribe({TopicOk});
  while (true)
    if (cppkafka::Message Message = Consumer.poll())
      ++PolledBad;
}

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  std::thread Poller(poll);
  cppkafka::Consumer Consumer({{"group.id", "hits"}});
  Consumer.subscribe({TopicOk});
  cppkafka::ConsumerDispatcher Dispatcher(Consumer);
  Dispatcher.run([](cppkafka::Message) { ++MessagesBad; }, failed);
  Poller.join();
}
