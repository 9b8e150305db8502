#ifndef COUNTER_H
#define COUNTER_H

#include <event2/http.h>

struct counter {
  long requests;
  char last[64];
};
struct limits {
  int most;
};
void on_count(struct evhttp_request *req, void *data);
void on_limit(struct evhttp_request *req, void *data);

#endif
