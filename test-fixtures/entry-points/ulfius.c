// args: -std=c17
// ulfius, with its real header: endpoints by value, in a struct, and the default
// one. It serves in its own threads while main waits.
#include <stdio.h>
#include <ulfius.h>

static int HitsBad;   // expect: stateless-mutable-global "HitsBad" "written after start-up by 'hits'" "'GET /hits'" confidence proven
static int PostsBad;  // expect: stateless-mutable-global "PostsBad" "written after start-up by 'post'" "handler registered by 'ulfius_add_endpoint'" confidence proven
static int OthersBad; // expect: stateless-mutable-global "OthersBad" "written after start-up by 'others'" "handler registered by 'ulfius_set_default_endpoint'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static int hits(const struct _u_request *Request, struct _u_response *Response, void *Data) {
  (void)Request, (void)Data;
  ++HitsBad;
  ulfius_set_string_body_response(Response, 200, GreetingOk);
  return U_CALLBACK_CONTINUE;
}

static int post(const struct _u_request *Request, struct _u_response *Response, void *Data) {
  (void)Request, (void)Response, (void)Data;
  ++PostsBad;
  return U_CALLBACK_CONTINUE;
}

static int others(const struct _u_request *Request, struct _u_response *Response, void *Data) {
  (void)Request, (void)Response, (void)Data;
  ++OthersBad;
  return U_CALLBACK_CONTINUE;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  struct _u_instance Instance;
  if (ulfius_init_instance(&Instance, 8080, NULL, NULL) != U_OK)
    return 1;
  ulfius_add_endpoint_by_val(&Instance, "GET", NULL, "/hits", 0, &hits, NULL);
  struct _u_endpoint Posts = {"POST", "/posts", NULL, 0, &post, NULL};
  ulfius_add_endpoint(&Instance, &Posts);
  ulfius_set_default_endpoint(&Instance, &others, NULL);
  if (ulfius_start_framework(&Instance) == U_OK)
    getchar();
  ulfius_stop_framework(&Instance);
  ulfius_clean_instance(&Instance);
  return 0;
}
