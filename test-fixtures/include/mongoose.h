//===- mongoose.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of mongoose's interface that fixtures use; C.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct mg_str {
  char *buf;
  size_t len;
};

struct mg_mgr {
  void *conns;
  void *userdata;
};

struct mg_connection {
  struct mg_connection *next;
  struct mg_mgr *mgr;
  void *fn_data;
};

struct mg_http_message {
  struct mg_str method, uri, query, proto;
  struct mg_str body;
};

struct mg_timer {
  uint64_t period_ms;
};

enum { MG_EV_ERROR, MG_EV_OPEN, MG_EV_POLL, MG_EV_HTTP_MSG = 11 };
#define MG_TIMER_REPEAT 1

typedef void (*mg_event_handler_t)(struct mg_connection *, int ev,
                                   void *ev_data);

void mg_mgr_init(struct mg_mgr *);
void mg_mgr_poll(struct mg_mgr *, int ms);
void mg_mgr_free(struct mg_mgr *);
struct mg_connection *mg_http_listen(struct mg_mgr *, const char *url,
                                     mg_event_handler_t fn, void *fn_data);
void mg_http_reply(struct mg_connection *, int status_code,
                   const char *headers, const char *body_fmt, ...);
struct mg_fs {
  int (*st)(const char *path);
};
extern struct mg_fs mg_fs_posix;
long mg_http_upload(struct mg_connection *, struct mg_http_message *hm,
                    struct mg_fs *fs, const char *dir, size_t max_size);
bool mg_match(struct mg_str str, struct mg_str pattern, struct mg_str *caps);
struct mg_str mg_str(const char *s);
struct mg_timer *mg_timer_add(struct mg_mgr *mgr, uint64_t milliseconds,
                              unsigned flags, void (*fn)(void *), void *arg);

#ifdef __cplusplus
}
#endif
