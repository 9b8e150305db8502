// args: -std=c17
// Paho MQTT in C, with its real header: callbacks of one client, a loop around
// another.
#include <MQTTClient.h>
#include <stdlib.h>

static int ArrivedBad;  // expect: stateless-mutable-global "ArrivedBad" "written after start-up by 'arrived'" "consumer registered by 'MQTTClient_setCallbacks'" confidence proven
static int LostBad;     // expect: stateless-mutable-global "LostBad" "written after start-up by 'lost'" "consumer registered by 'MQTTClient_setCallbacks'" confidence proven
static int ReceivedBad; // expect: stateless-mutable-global "ReceivedBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static const char *TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

static int arrived(void *Context, char *Topic, int Length, MQTTClient_message *Message) {
  (void)Context, (void)Length;
  ++ArrivedBad;
  MQTTClient_freeMessage(&Message);
  MQTTClient_free(Topic);
  return 1;
}

static void lost(void *Context, char *Cause) {
  (void)Context, (void)Cause;
  ++LostBad;
}

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  MQTTClient Called, Asked;
  MQTTClient_connectOptions Options = MQTTClient_connectOptions_initializer;
  MQTTClient_create(&Called, "tcp://127.0.0.1:1883", "called", MQTTCLIENT_PERSISTENCE_NONE, NULL);
  MQTTClient_setCallbacks(Called, NULL, lost, arrived, NULL);
  MQTTClient_connect(Called, &Options);
  MQTTClient_subscribe(Called, TopicOk, 1);
  MQTTClient_create(&Asked, "tcp://127.0.0.1:1883", "asked", MQTTCLIENT_PERSISTENCE_NONE, NULL);
  MQTTClient_connect(Asked, &Options);
  MQTTClient_subscribe(Asked, TopicOk, 1);
  for (;;) {
    char *Topic = NULL;
    int Length;
    MQTTClient_message *Message = NULL;
    if (MQTTClient_receive(Asked, &Topic, &Length, &Message, 1000) == MQTTCLIENT_SUCCESS && Message) {
      ++ReceivedBad;
      MQTTClient_freeMessage(&Message);
      MQTTClient_free(Topic);
    }
  }
}
