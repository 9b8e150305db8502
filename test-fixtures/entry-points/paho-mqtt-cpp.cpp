// args: -std=c++17
// Paho MQTT in C++, with its real header: a callback object, a function, and a
// loop around the call that returns a message.
#include <mqtt/async_client.h>
#include <string>

static int ArrivedBad;   // expect: stateless-mutable-global "ArrivedBad" "'Callback::message_arrived'" confidence proven
static int LambdaBad;    // expect: stateless-mutable-global "LambdaBad" "consumer registered by 'mqtt::async_client::set_message_callback'" confidence proven
static int ConsumedBad;  // expect: stateless-mutable-global "ConsumedBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int ConnectedBad; // expect: stateless-mutable-global "ConnectedBad" "written after start-up by 'connected'" "consumer registered by 'mqtt::async_client::set_connected_handler'" confidence proven
static std::string TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Callback : public mqtt::callback {
public:
  void message_arrived(mqtt::const_message_ptr) override { ++ArrivedBad; }
};

static void connected(const std::string &) { ++ConnectedBad; }

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  Callback TheCallback;
  mqtt::async_client First("tcp://127.0.0.1:1883", "first"), Second("tcp://127.0.0.1:1883", "second"),
      Third("tcp://127.0.0.1:1883", "third");
  First.set_callback(TheCallback);
  First.set_connected_handler(connected);
  First.connect()->wait();
  First.subscribe(TopicOk, 1);
  Second.set_message_callback([](mqtt::const_message_ptr) { ++LambdaBad; });
  Second.connect()->wait();
  Third.start_consuming();
  Third.connect()->wait();
  while (mqtt::const_message_ptr Message = Third.consume_message())
    ++ConsumedBad;
}
