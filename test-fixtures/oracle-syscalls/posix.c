// Runs: POSIX calls, with flags from macros and constants.
#define _GNU_SOURCE 1
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CREATE (O_WRONLY | O_CREAT | O_TRUNC)

static void openBad(void) {
  int Fd = open("posix.dat", CREATE, 0600); // expect: stateless-local-file-write "posix.dat"
  close(Fd);
}

static void openReadOnlyCreateBad(void) {
  const int Flags = O_RDONLY | O_CREAT;
  close(open("/var/tmp/st-oracle-posix", Flags, 0600)); // expect: stateless-local-file-write "/var/tmp/st-oracle-posix"
}

static void openatBad(void) {
  close(openat(AT_FDCWD, "posix-at.dat", O_RDWR | O_CREAT, 0600)); // expect: stateless-local-file-write "posix-at.dat"
}

static void creatBad(void) {
  close(creat("posix-creat.dat", 0600)); // expect: stateless-local-file-write "posix-creat.dat"
}

static void truncateBad(void) {
  if (truncate("posix.dat", 16) != 0) // expect: stateless-local-file-write "posix.dat"
    abort();
}

static void mkdirBad(void) {
  mkdir("posix-dir", 0700); // expect: stateless-local-file-write "posix-dir"
}

static void rmdirBad(void) {
  rmdir("posix-dir"); // expect: stateless-local-file-write "posix-dir"
}

static void linkBad(void) {
  if (symlink("/etc/hostname", "posix-link") != 0) // expect: stateless-local-file-write "posix-link"
    return;
}

static void unlinkBad(void) {
  unlink("posix-link"); // expect: stateless-local-file-write "posix-link"
}

static void unlinkOutsideBad(void) {
  unlink("/var/tmp/st-oracle-posix"); // expect: stateless-local-file-write "/var/tmp/st-oracle-posix"
}

static void readOk(void) { close(open("posix.dat", O_RDONLY | O_CLOEXEC)); }

static void insideOk(void) {
  char Template[] = "/tmp/st-oracle-XXXXXX";
  close(mkstemp(Template));
  unlink(Template);
  close(open("/dev/null", O_WRONLY));
}

int main(void) {
  openBad();
  openReadOnlyCreateBad();
  openatBad();
  creatBad();
  truncateBad();
  mkdirBad();
  rmdirBad();
  linkBad();
  unlinkBad();
  unlinkOutsideBad();
  readOk();
  insideOk();
  return 0;
}
