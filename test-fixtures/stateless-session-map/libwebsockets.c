// args: -isystem {fixtures}/include
// Data per virtual host is shared by all connections of the process; data per
// session ends with its connection.
#include <libwebsockets.h>

struct Host {
  int Users;
};
struct Connection {
  int Messages;
};

static int chatBad(struct lws *Wsi, enum lws_callback_reasons Reason,
                   void *User, void *In, size_t Length) {
  (void)User, (void)In, (void)Length;
  if (Reason == LWS_CALLBACK_PROTOCOL_INIT)
    lws_protocol_vh_priv_zalloc(lws_get_vhost(Wsi), lws_get_protocol(Wsi), // expect: stateless-session-map "'lws_protocol_vh_priv_zalloc' keeps per-vhost data"
                                sizeof(struct Host));
  return 0;
}

static int echoOk(struct lws *Wsi, enum lws_callback_reasons Reason,
                  void *User, void *In, size_t Length) {
  struct Connection *Mine = User;
  (void)Wsi, (void)In, (void)Length;
  if (Reason == LWS_CALLBACK_RECEIVE)
    ++Mine->Messages;
  return 0;
}

const struct lws_protocols Protocols[] = {
    {"chat", chatBad, 0, 0},
    {"echo", echoOk, sizeof(struct Connection), 0},
};
