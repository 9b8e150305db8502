// args: -std=c17
// libevent, with its real headers: HTTP, raw connections, a timer.
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <netinet/in.h>
#include <string.h>

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "written after start-up by 'hits'" "'/hits'" confidence proven
static int OthersBad;   // expect: stateless-mutable-global "OthersBad" "written after start-up by 'others'" "handler registered by 'evhttp_set_gencb'" confidence proven
static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'accepted'" "handler registered by 'evconnlistener_new_bind'" confidence proven
static int LinesBad;    // expect: stateless-mutable-global "LinesBad" "written after start-up by 'readable'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "written after start-up by 'tick'" "handler registered by 'event_new'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void hits(struct evhttp_request *Request, void *Data) {
  (void)Data;
  ++HitsBad;
  struct evbuffer *Body = evbuffer_new();
  evbuffer_add_printf(Body, "%s\n", GreetingOk);
  evhttp_send_reply(Request, 200, "OK", Body);
  evbuffer_free(Body);
}

static void others(struct evhttp_request *Request, void *Data) {
  (void)Data;
  ++OthersBad;
  evhttp_send_error(Request, 404, NULL);
}

static void readable(struct bufferevent *Event, void *Data) {
  (void)Event, (void)Data;
  ++LinesBad;
}

static void accepted(struct evconnlistener *Listener, evutil_socket_t Socket, struct sockaddr *From, int Length,
                     void *Data) {
  (void)From, (void)Length, (void)Data;
  ++AcceptedBad;
  struct bufferevent *Event =
      bufferevent_socket_new(evconnlistener_get_base(Listener), Socket, BEV_OPT_CLOSE_ON_FREE);
  bufferevent_setcb(Event, readable, NULL, NULL, NULL);
  bufferevent_enable(Event, EV_READ);
}

static void tick(evutil_socket_t Socket, short Events, void *Data) {
  (void)Socket, (void)Events, (void)Data;
  ++TicksBad;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  struct event_base *Base = event_base_new();
  struct evhttp *Http = evhttp_new(Base);
  evhttp_set_cb(Http, "/hits", hits, NULL);
  evhttp_set_gencb(Http, others, NULL);
  evhttp_bind_socket(Http, "127.0.0.1", 8080);
  struct sockaddr_in Address;
  memset(&Address, 0, sizeof Address);
  Address.sin_family = AF_INET;
  struct evconnlistener *Listener = evconnlistener_new_bind(Base, accepted, NULL, LEV_OPT_CLOSE_ON_FREE, -1,
                                                            (struct sockaddr *)&Address, sizeof Address);
  struct timeval Second = {1, 0};
  struct event *Timer = event_new(Base, -1, EV_PERSIST, tick, NULL);
  event_add(Timer, &Second);
  event_base_dispatch(Base);
  evconnlistener_free(Listener);
  return 0;
}
