// args: -std=c++17 -isystem {fixtures}/programs/reachability/queue-consumers/include
// Messages of a broker are requests; a loop in a thread is none.
#include "inbox.h"
#include <mosquitto.h>

static int MessagesBad; // expect: stateless-mutable-global "written after start-up by 'onMessage'" "consumer registered by 'mosquitto_message_callback_set'" confidence proven

static void onMessage(struct mosquitto *, void *, const struct mosquitto_message *Message) {
  ++MessagesBad; // expect-fact: write MessagesBad
  accept(std::string(static_cast<const char *>(Message->payload), Message->payloadlen));
}

int main() {
  startWorker();
  struct mosquitto *Client = mosquitto_new("shop", true, nullptr);
  mosquitto_message_callback_set(Client, onMessage);
  mosquitto_connect(Client, "broker", 1883, 60);
  mosquitto_subscribe(Client, nullptr, "orders", 1);
  return mosquitto_loop_forever(Client, -1, 1);
}
