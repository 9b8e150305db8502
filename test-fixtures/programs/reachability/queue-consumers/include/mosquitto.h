// As much of the MQTT client as the fixture uses; names and signatures are the
// library's.
#ifndef FIXTURES_MOSQUITTO_H
#define FIXTURES_MOSQUITTO_H

#ifdef __cplusplus
extern "C" {
#endif

struct mosquitto;
struct mosquitto_message {
  int mid;
  char *topic;
  void *payload;
  int payloadlen;
  int qos;
  bool retain;
};
struct mosquitto *mosquitto_new(const char *id, bool clean_session, void *obj);
void mosquitto_message_callback_set(struct mosquitto *mosq,
                                    void (*on_message)(struct mosquitto *, void *, const struct mosquitto_message *));
int mosquitto_connect(struct mosquitto *mosq, const char *host, int port, int keepalive);
int mosquitto_subscribe(struct mosquitto *mosq, int *mid, const char *sub, int qos);
int mosquitto_loop_forever(struct mosquitto *mosq, int timeout, int max_packets);

#ifdef __cplusplus
}
#endif

#endif
