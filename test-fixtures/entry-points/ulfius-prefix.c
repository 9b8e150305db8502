// args: -std=c17
// ulfius, with its real headers: prefix and format make the route, and either
// may be null.
#include <stddef.h>
#include <ulfius.h>

static int WholeBad;  // expect: stateless-mutable-global "'GET /sheep'" confidence proven
static int JoinedBad; // expect: stateless-mutable-global "'GET /sheep/count'" confidence proven
static int LaterBad;  // expect: stateless-mutable-global "'POST /upload'" confidence proven

static int whole(const struct _u_request *Request, struct _u_response *Response, void *Data) {
  (void)Request, (void)Response, (void)Data;
  ++WholeBad;
  return U_CALLBACK_CONTINUE;
}
static int joined(const struct _u_request *Request, struct _u_response *Response, void *Data) {
  (void)Request, (void)Response, (void)Data;
  ++JoinedBad;
  return U_CALLBACK_CONTINUE;
}
static int later(const struct _u_request *Request, struct _u_response *Response, void *Data) {
  (void)Request, (void)Response, (void)Data;
  ++LaterBad;
  return U_CALLBACK_CONTINUE;
}

int main(void) {
  struct _u_instance Instance;
  ulfius_init_instance(&Instance, 8080, NULL, NULL);
  ulfius_add_endpoint_by_val(&Instance, "GET", "/sheep", NULL, 0, whole, NULL);
  ulfius_add_endpoint_by_val(&Instance, "GET", "/sheep", "/count", 0, joined, NULL);
  ulfius_add_endpoint_by_val(&Instance, "POST", NULL, "/upload", 0, later, NULL);
  ulfius_start_framework(&Instance);
}
