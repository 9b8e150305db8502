#ifndef SERVER_H
#define SERVER_H

#include <event2/http.h>

struct server {
  int workers;
  int next_worker;
};
struct server *server_new(int workers);
void on_turn(struct evhttp_request *req, void *data);

#endif
