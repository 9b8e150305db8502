// args: -std=c++17 -isystem {fixtures}/include
// redis-plus-plus: a subscriber's callbacks, called by a loop around consume.
#include <string>
#include <sw/redis++/redis++.h>

static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "lambda in 'main'" "consumer registered by 'sw::redis::Subscriber::on_message'" confidence proven
static int PatternsBad; // expect: stateless-mutable-global "PatternsBad" "written after start-up by 'pattern'" "consumer registered by 'sw::redis::Subscriber::on_pmessage'" confidence proven
static std::string ChannelOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void pattern(std::string, std::string, std::string Text) { PatternsBad += int(Text.size()); }

int main(int Argc, char **Argv) {
  ChannelOk = Argc > 1 ? Argv[1] : "orders";
  sw::redis::Redis Redis("tcp://127.0.0.1:6379");
  sw::redis::Subscriber Subscriber = Redis.subscriber();
  Subscriber.on_message([](std::string, std::string) { ++MessagesBad; });
  Subscriber.on_pmessage(pattern);
  Subscriber.subscribe(ChannelOk);
  Subscriber.psubscribe("orders.*");
  while (true)
    Subscriber.consume();
}
