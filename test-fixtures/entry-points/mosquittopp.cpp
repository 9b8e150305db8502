// args: -std=c++17
// mosquitto in C++, with its real header: overridden methods of a client that
// lives as long as main.
#include <mosquittopp.h>
#include <string>

static int MessagesBad;  // expect: stateless-mutable-global "MessagesBad" "'Client::on_message'" confidence proven
static int ConnectedBad; // expect: stateless-mutable-global "ConnectedBad" "'Client::on_connect'" confidence proven
static std::string TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Client : public mosqpp::mosquittopp {
public:
  Client() : mosquittopp("hits") { connect("127.0.0.1"); }
  void on_connect(int) override {
    ++ConnectedBad;
    subscribe(nullptr, TopicOk.c_str());
  }
  void on_message(const mosquitto_message *) override {
    ++MessagesBad;
    ++Messages;
  }

private:
  int Messages = 0;
};

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  Client TheClientBad; // expect: stateless-mutable-global "TheClientBad" "Messages" "'Client::on_message'" confidence proven
  TheClientBad.loop_forever();
}
