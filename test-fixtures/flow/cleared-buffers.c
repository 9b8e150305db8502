// args: -std=gnu17
// A buffer that is cleared before a path is put together in it: what it held is
// the empty text. What is only cleared, and written in ways not seen, is unknown.
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct job {
  char name[64];
  int n;
};
struct other_job {
  char name[64];
};
struct copy_job {
  char name[64];
};
struct batch {
  int n;
  struct job first;
};
static void save(const char *path) {
  FILE *f = fopen(path, "w");
  if (f)
    fclose(f);
}
static void listed_ok(const char *url) {
  char zeros[64] = {0, 0}, zero[64] = {0}, nul[64] = {'\0'}, nothing[64] = {}, text[64] = "", braces[64] = {""};
  strcpy(zeros, "/tmp/");
  strcat(zeros, url);
  fclose(fopen(zeros, "w"));
  snprintf(zero, sizeof zero, "/tmp/%s", url);
  fclose(fopen(zero, "w"));
  snprintf(nul, sizeof nul, "/tmp/%s", url);
  fclose(fopen(nul, "w"));
  snprintf(nothing, sizeof nothing, "/tmp/%s", url);
  fclose(fopen(nothing, "w"));
  strncat(text, "/tmp/", 10);
  strncat(text, url, 10);
  fclose(fopen(text, "w"));
  sprintf(braces, "/tmp/%s", url);
  fclose(fopen(braces, "w"));
}
static void in_fields_ok(const char *url) {
  struct job j = {{0}}, k = {0}, l = {.n = 1}, m;
  snprintf(j.name, sizeof j.name, "/tmp/%s", url);
  fclose(fopen(j.name, "w"));
  snprintf(k.name, sizeof k.name, "/tmp/%s", url);
  fclose(fopen(k.name, "w"));
  snprintf(l.name, sizeof l.name, "/tmp/%s", url);
  fclose(fopen(l.name, "w"));
  memset(&m, 0, sizeof m);
  snprintf(m.name, sizeof m.name, "/tmp/%s", url);
  fclose(fopen(m.name, "w"));
  struct batch b = {0};
  b.first.name[0] = 0;
  memset(b.first.name, 0, sizeof b.first.name);
  snprintf(b.first.name, 64, "/tmp/%s", url);
  fclose(fopen(b.first.name, "w"));
}
static void by_calls_ok(const char *url) {
  char by_bzero[64], by_explicit[64], by_memset[64], by_first[64], by_star[64];
  bzero(by_bzero, sizeof by_bzero);
  snprintf(by_bzero, 64, "/tmp/%s", url);
  fclose(fopen(by_bzero, "w"));
  explicit_bzero(by_explicit, sizeof by_explicit);
  snprintf(by_explicit, 64, "/tmp/%s", url);
  fclose(fopen(by_explicit, "w"));
  memset(by_memset, '\0', sizeof by_memset);
  strcat(strcat(by_memset, "/tmp/"), url);
  fclose(fopen(by_memset, "w"));
  by_first[0] = '\0';
  strcat(by_first, "/tmp/");
  strcat(by_first, url);
  fclose(fopen(by_first, "w"));
  *by_star = 0;
  strcat(&by_star[0], "/tmp/");
  strcat(by_star, url);
  fclose(fopen(by_star, "w"));
}
static void on_the_heap_ok(const char *url) {
  char *path = calloc(64, 1), *other = malloc(64);
  snprintf(path, 64, "/tmp/%s", url);
  fclose(fopen(path, "w"));
  memset(other, 0, 64);
  strcpy(other, "/tmp/");
  strcat(other, url);
  fclose(fopen(other, "w"));
  free(path);
  free(other);
}
static char shared[64]; // expect-benign: stateless-mutable-global "scratch"
static void with_static_storage_ok(const char *url) {
  memset(shared, 0, sizeof shared);
  snprintf(shared, sizeof shared, "/tmp/%s", url);
  fclose(fopen(shared, "w"));
}
static void elsewhere_bad(const char *url) {
  char path[64] = {0};
  snprintf(path, sizeof path, "/var/lib/%s", url);
  fclose(fopen(path, "w")); // expect: stateless-local-file-write "'/var/lib/"
  char joined[64];
  memset(joined, 0, sizeof joined);
  strcat(joined, "/var/");
  strcat(joined, url);
  fclose(fopen(joined, "w")); // expect: stateless-local-file-write "'/var/"
  struct other_job j = {0};
  snprintf(j.name, sizeof j.name, "/srv/%s", url);
  save(j.name); // expect: stateless-local-file-write "'/srv/"
}
static void by_alias_bad(const char *url) {
  struct copy_job j = {0};
  char *name = j.name;
  strcpy(name, url);
  fclose(fopen(j.name, "w")); // expect: stateless-local-file-write "unknown path"
}
static void lent_bad(const char *url) {
  char *path = malloc(64), *line = calloc(64, 1);
  strcpy(path, "/tmp/");
  fgets(path, 64, stdin);
  fclose(fopen(path, "w")); // expect: stateless-local-file-write "unknown path"
  fgets(line, 64, stdin);
  fclose(fopen(line, "w")); // expect: stateless-local-file-write "unknown path"
  free(path);
  free(line);
}
static void unseen_bad(const char *url) {
  char read[64] = {0}, alias[64] = {0}, poked[64] = {0}, tail[64] = {0}, filled[64], again[64] = {0};
  fgets(read, sizeof read, stdin);
  fclose(fopen(read, "w")); // expect: stateless-local-file-write "unknown path"
  char *p = alias;
  strcpy(p, url);
  fclose(fopen(alias, "w")); // expect: stateless-local-file-write "unknown path"
  poked[0] = '/';
  poked[1] = url[0];
  fclose(fopen(poked, "w")); // expect: stateless-local-file-write "unknown path"
  strcpy(tail + 0, "/");
  strcpy(tail + 1, url);
  fclose(fopen(tail, "w")); // expect: stateless-local-file-write "'/"
  memset(filled, 'x', sizeof filled);
  fclose(fopen(filled, "w")); // expect: stateless-local-file-write "unknown path"
  strcat(again, "/tmp/");
  fclose(fopen(again, "w"));
  again[0] = 0;
  strcat(again, url);
  fclose(fopen(again, "w"));
}
static enum MHD_Result on(void *c, struct MHD_Connection *m, const char *url, const char *method, const char *version, const char *data, size_t *size, void **context) {
  listed_ok(url);
  in_fields_ok(url);
  by_calls_ok(url);
  on_the_heap_ok(url);
  with_static_storage_ok(url);
  elsewhere_bad(url);
  by_alias_bad(url);
  lent_bad(url);
  unseen_bad(url); // expect: stateless-local-file-write "unknown path"
  return MHD_YES;
}
int main(void) {
  struct MHD_Daemon *d = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8080, NULL, NULL, &on, NULL, MHD_OPTION_END);
  getchar();
  MHD_stop_daemon(d);
  return 0;
}
