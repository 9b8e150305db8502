// args: -std=c17
// FastCGI, with its real header: the loop that takes requests is the entry point.
#include <fcgi_stdio.h>
#include <stdlib.h>

static int HitsBad; // expect: stateless-mutable-global "HitsBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int DeepBad; // expect: stateless-mutable-global "DeepBad" "written after start-up by 'answer'" "the request loop in 'main'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void answer(void) {
  ++DeepBad;
  printf("Content-type: text/plain\r\n\r\n%s\n", GreetingOk);
}

int main(void) {
  GreetingOk = getenv("GREETING");
  while (FCGI_Accept() >= 0) {
    ++HitsBad;
    answer();
  }
  return 0;
}
