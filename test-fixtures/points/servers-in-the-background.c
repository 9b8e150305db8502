// args: -std=c17
// A call that starts a server in the background: a loop that tries until it
// succeeds is not the loop that serves, so nothing is over behind it.
#include <microhttpd.h>
#include <stddef.h>
#include <unistd.h>

static int asked_bad;    // expect: stateless-mutable-global "asked_bad" confidence proven
static int before_ok;    // expect-benign: stateless-mutable-global "written only at start-up"
static int attempts_bad; // expect: stateless-mutable-global "attempts_bad" "after start-up"
static int started_bad;  // expect: stateless-mutable-global "started_bad" "after start-up"

static enum MHD_Result answer(void *Class, struct MHD_Connection *On, const char *Url, const char *Method, const char *Version, const char *Data, size_t *Size, void **Request) {
  (void)Class, (void)Url, (void)Method, (void)Version, (void)Data, (void)Size, (void)Request, (void)On;
  return ++asked_bad ? MHD_YES : MHD_NO;
}

int main(int Count, char **Words) {
  (void)Words;
  struct MHD_Daemon *Daemon;
  before_ok = Count;
  while (!(Daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8080, NULL, NULL, answer, NULL, MHD_OPTION_END))) { ++attempts_bad; sleep(1); }
  started_bad = 1;
  pause();
  MHD_stop_daemon(Daemon);
  return before_ok + attempts_bad + started_bad;
}
