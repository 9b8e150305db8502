// args: -std=c17
// civetweb in C, with its real header: handlers by path, and a struct of
// callbacks. It serves in its own threads while main waits.
#include <civetweb.h>
#include <stdio.h>
#include <string.h>

static int HitsBad;      // expect: stateless-mutable-global "HitsBad" "written after start-up by 'hits'" "'/hits'" confidence proven
static int RequestsBad;  // expect: stateless-mutable-global "RequestsBad" "written after start-up by 'begin'" "handler registered by 'mg_start'" confidence proven
static int MessagesBad;  // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'message'" "'/chat'" confidence proven
static int ConnectedBad; // expect: stateless-mutable-global "ConnectedBad" "written after start-up by 'connected'" "'/chat'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static int begin(struct mg_connection *Connection) {
  (void)Connection;
  ++RequestsBad;
  return 0;
}

static int hits(struct mg_connection *Connection, void *Data) {
  (void)Data;
  ++HitsBad;
  mg_printf(Connection, "HTTP/1.1 200 OK\r\n\r\n%s\n", GreetingOk);
  return 200;
}

static int connected(const struct mg_connection *Connection, void *Data) {
  (void)Connection, (void)Data;
  ++ConnectedBad;
  return 0;
}

static int message(struct mg_connection *Connection, int Bits, char *Text, size_t Length, void *Data) {
  (void)Connection, (void)Bits, (void)Text, (void)Length, (void)Data;
  ++MessagesBad;
  return 1;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  const char *Options[] = {"listening_ports", "8080", NULL};
  struct mg_callbacks Callbacks;
  memset(&Callbacks, 0, sizeof Callbacks);
  Callbacks.begin_request = begin;
  struct mg_context *Context = mg_start(&Callbacks, NULL, Options);
  mg_set_request_handler(Context, "/hits", hits, NULL);
  mg_set_websocket_handler(Context, "/chat", connected, NULL, message, NULL, NULL);
  getchar();
  mg_stop(Context);
  return 0;
}
