//===- libwebsockets.h - Stand-in for the real header ---*- C++ -*-===//
//
// Libwebsockets' callbacks, and its data per virtual host.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lws;
struct lws_vhost;

enum lws_callback_reasons {
  LWS_CALLBACK_PROTOCOL_INIT = 27,
  LWS_CALLBACK_RECEIVE = 6,
};

typedef int lws_callback_function(struct lws *wsi,
                                  enum lws_callback_reasons reason, void *user,
                                  void *in, size_t len);

struct lws_protocols {
  const char *name;
  lws_callback_function *callback;
  size_t per_session_data_size;
  size_t rx_buffer_size;
};

struct lws_vhost *lws_get_vhost(struct lws *wsi);
const struct lws_protocols *lws_get_protocol(struct lws *wsi);
void *lws_protocol_vh_priv_zalloc(struct lws_vhost *vhost,
                                  const struct lws_protocols *prot, int size);
void *lws_protocol_vh_priv_get(struct lws_vhost *vhost,
                               const struct lws_protocols *prot);

#ifdef __cplusplus
}
#endif
