// args: -std=c17
// mosquitto in C, with its real header.
#include <mosquitto.h>
#include <stddef.h>

static int MessagesBad;  // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'message'" "consumer registered by 'mosquitto_message_callback_set'" confidence proven
static int DeepBad;      // expect: stateless-mutable-global "DeepBad" "written after start-up by 'process'" "consumer registered by 'mosquitto_message_callback_set'" confidence proven
static int ConnectedBad; // expect: stateless-mutable-global "ConnectedBad" "written after start-up by 'connected'" "consumer registered by 'mosquitto_connect_callback_set'" confidence proven
static const char *TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void process(const struct mosquitto_message *Message) { DeepBad += Message->payloadlen; }

static void message(struct mosquitto *Client, void *Data, const struct mosquitto_message *Message) {
  (void)Client, (void)Data;
  ++MessagesBad;
  process(Message);
}

static void connected(struct mosquitto *Client, void *Data, int Result) {
  (void)Data;
  ConnectedBad += Result == 0;
  mosquitto_subscribe(Client, NULL, TopicOk, 1);
}

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  mosquitto_lib_init();
  struct mosquitto *Client = mosquitto_new("hits", true, NULL);
  mosquitto_connect_callback_set(Client, connected);
  mosquitto_message_callback_set(Client, message);
  mosquitto_connect(Client, "127.0.0.1", 1883, 60);
  mosquitto_loop_forever(Client, -1, 1);
  mosquitto_destroy(Client);
  return 0;
}
