/* As much of libevent as the fixture uses: names and signatures are the
   library's. */
#ifndef FIXTURES_EVENT2_HTTP_H
#define FIXTURES_EVENT2_HTTP_H

struct event_base;
struct evhttp;
struct evhttp_request;

struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *base);
struct evhttp *evhttp_new(struct event_base *base);
int evhttp_bind_socket(struct evhttp *http, const char *address, unsigned short port);
int evhttp_set_cb(struct evhttp *http, const char *path, void (*cb)(struct evhttp_request *, void *), void *cb_arg);
const char *evhttp_request_get_uri(const struct evhttp_request *req);
void evhttp_send_reply(struct evhttp_request *req, int code, const char *reason, void *databuf);

#endif
