// args: -std=c17 -D_GNU_SOURCE -pthread
// Threads of C: the handle is a local, or the elements of one.
#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>

static int one_ok;      // expect-benign: stateless-mutable-global "written only at start-up"
static int all_ok;      // expect-benign: stateless-mutable-global "written only at start-up"
static int lost_bad;    // expect: stateless-mutable-global "lost_bad"
static int some_bad;    // expect: stateless-mutable-global "some_bad"
static int global_bad;  // expect: stateless-mutable-global "global_bad"
static int late_bad;    // expect: stateless-mutable-global "late_bad"
static int request_bad; // expect: stateless-mutable-global "request_bad" "request loop"
static pthread_t kept;

static void *one(void *data) { ++one_ok; return data; }
static void *all(void *data) { ++all_ok; return data; }
static void *lost(void *data) { ++lost_bad; return data; }
static void *some(void *data) { ++some_bad; return data; }
static void *global(void *data) { ++global_bad; return data; }
static void *late(void *data) { ++late_bad; return data; }

static void load(void) {
  pthread_t thread, threads[4];
  pthread_create(&thread, NULL, one, NULL); pthread_join(thread, NULL);
  for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, all, NULL);
  for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
}

static void unsure(void) {
  pthread_t thread, threads[4];
  for (int i = 0; i < 2; i++) pthread_create(&thread, NULL, lost, NULL);
  pthread_join(thread, NULL);
  for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, some, NULL);
  for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
  pthread_create(&kept, NULL, global, NULL);
  pthread_join(kept, NULL);
}

int main(void) {
  pthread_t thread;
  load();
  unsure();
  pthread_create(&thread, NULL, late, NULL);
  for (;;) { int client = accept(3, NULL, NULL); if (client < 0) break; ++request_bad; }
  pthread_join(thread, NULL);
  return 0;
}
