// C: stdio and POSIX calls with literal paths.
#define _GNU_SOURCE 1
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void writeBad(void) {
  FILE *F = fopen("/var/lib/c/write", "w"); // expect: stateless-local-file-write "/var/lib/c/write" confidence likely
  if (F)
    fclose(F);
}

void updateBad(void) {
  FILE *F;
  if ((F = fopen("/var/lib/c/update", "r+")) != NULL) // expect: stateless-local-file-write "/var/lib/c/update"
    fclose(F);
}

void openBad(void) {
  int Fd = open("/var/lib/c/open", O_CREAT | O_WRONLY | O_APPEND, 0644); // expect: stateless-local-file-write "/var/lib/c/open" confidence likely
  close(Fd);
}

void creatBad(void) { close(creat("counter", 0644)); } // expect: stateless-local-file-write "counter"

void removeBad(void) {
  remove("/var/lib/c/remove"); // expect: stateless-local-file-write "/var/lib/c/remove"
  unlink("/tmp/c-remove");
}

void renameBad(void) {
  rename("/tmp/c-new", "/var/lib/c/rename"); // expect: stateless-local-file-write "/var/lib/c/rename"
}

void mkdirBad(void) { mkdir("/var/lib/c/mkdir", 0700); } // expect: stateless-local-file-write "/var/lib/c/mkdir"

void systemBad(void) {
  if (system("logger x >> /var/log/c.log") != 0) // expect: stateless-local-file-write "/var/log/c.log"
    abort();
}

void commaBad(int Flag) {
  FILE *F = (puts("opening"), Flag ? fopen("/var/lib/c/comma", "a") : NULL); // expect: stateless-local-file-write "/var/lib/c/comma"
  if (F)
    fclose(F);
}

void readOk(void) {
  FILE *F = fopen("/var/lib/c/write", "r");
  if (F)
    fclose(F);
  close(open("/var/lib/c/open", O_RDONLY));
}

void temporaryOk(void) {
  FILE *F = fopen("/tmp/c-write", "w+");
  if (F)
    fclose(F);
  mkdir("/tmp/c-dir", 0700);
  rename("/tmp/c-write", "/tmp/c-dir/write");
}

void mkstempOk(void) {
  char Template[] = "/tmp/c-XXXXXX";
  close(mkstemp(Template));
}

void tmpfileOk(void) {
  FILE *F = tmpfile();
  if (F)
    fclose(F);
}

void standardStreamsOk(void) {
  fputs("x", stdout);
  fprintf(stderr, "y");
}
