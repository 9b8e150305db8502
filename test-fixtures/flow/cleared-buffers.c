// args: -std=gnu17
// A buffer that is cleared before a path is put together in it: what it held is
// the empty text. FP_: a zero in an initialiser is read as the text "0", and what
// memset() and its like leave is unknown.
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct job {
  char name[64];
};
static void FP_zeroed(const char *url) {
  char path[64] = {0, 0};
  strcpy(path, "/tmp/");
  strcat(path, url);
  fclose(fopen(path, "w")); // expect: stateless-local-file-write "unknown path"
}
static void in_a_field(const char *url) {
  struct job j = {{0}};
  snprintf(j.name, sizeof j.name, "/tmp/%s", url);
  fclose(fopen(j.name, "w"));
}
static void FP_by_bzero(const char *url) {
  char path[64];
  bzero(path, sizeof path);
  snprintf(path, sizeof path, "/tmp/%s", url);
  fclose(fopen(path, "w")); // expect: stateless-local-file-write "unknown path"
}
static void FP_on_the_heap(const char *url) {
  char *path = calloc(64, 1);
  snprintf(path, 64, "/tmp/%s", url);
  fclose(fopen(path, "w"));
  free(path);
}
static void elsewhere(const char *url) {
  char path[64] = {0};
  snprintf(path, sizeof path, "/var/lib/%s", url);
  fclose(fopen(path, "w")); // expect: stateless-local-file-write "'/var/lib/"
}
static enum MHD_Result on(void *c, struct MHD_Connection *m, const char *url, const char *method, const char *version, const char *data, size_t *size, void **context) {
  FP_zeroed(url);
  in_a_field(url);
  FP_by_bzero(url);
  FP_on_the_heap(url); // expect: stateless-local-file-write "unknown path"
  elsewhere(url);
  return MHD_YES;
}
int main(void) {
  struct MHD_Daemon *d = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8080, NULL, NULL, &on, NULL, MHD_OPTION_END);
  getchar();
  MHD_stop_daemon(d);
  return 0;
}
