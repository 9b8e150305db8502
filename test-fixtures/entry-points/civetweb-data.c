// args: -std=c17
// One function handles several paths, each with data of its own: what it runs
// by a pointer in the data, the registration says.
#include <civetweb.h>
#include <stdio.h>

struct page {
  int (*make)(void);
  int served;
};

static int HomeBad;  // expect: stateless-mutable-global "by 'home', on '/home'" confidence proven
static int AboutBad; // expect: stateless-mutable-global "by 'about', on '/about'" confidence proven

static int home(void) { return ++HomeBad; }
static int about(void) { return ++AboutBad; }

static struct page HomePageBad = {home, 0};   // expect: stateless-mutable-global "HomePageBad" "'/home'"
static struct page AboutPageBad = {about, 0}; // expect: stateless-mutable-global "AboutPageBad" "'/about'"

static int serve(struct mg_connection *Connection, void *Data) {
  struct page *Page = Data;
  ++Page->served;
  mg_printf(Connection, "HTTP/1.1 200 OK\r\n\r\n%d\n", Page->make());
  return 200;
}

int main(void) {
  const char *Options[] = {"listening_ports", "8080", NULL};
  struct mg_context *Context = mg_start(NULL, NULL, Options);
  mg_set_request_handler(Context, "/home", serve, &HomePageBad);
  mg_set_request_handler(Context, "/about", serve, &AboutPageBad);
  getchar();
  mg_stop(Context);
  return 0;
}
