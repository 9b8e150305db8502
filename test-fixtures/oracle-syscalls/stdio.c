// Runs: stdio, each mode once.
#include <stdio.h>

static void closeFile(FILE *F) {
  if (F)
    fclose(F);
}

static void writeBad(void) {
  closeFile(fopen("counter.txt", "w")); // expect: stateless-local-file-write "counter.txt"
}

static void appendBad(void) {
  closeFile(fopen("./append.txt", "ab")); // expect: stateless-local-file-write "append.txt"
}

static void updateBad(void) {
  closeFile(fopen("counter.txt", "r+")); // expect: stateless-local-file-write "counter.txt"
}

static void reopenBad(void) {
  FILE *F = fopen("/dev/null", "r");
  closeFile(freopen("reopened.txt", "w", F)); // expect: stateless-local-file-write "reopened.txt"
}

static void renameBad(void) {
  rename("append.txt", "renamed.txt"); // expect: stateless-local-file-write "rename"
}

static void removeBad(void) {
  remove("renamed.txt"); // expect: stateless-local-file-write "renamed.txt"
}

static void readOk(void) {
  closeFile(fopen("counter.txt", "r"));
  closeFile(fopen("/etc/passwd", "rb"));
}

static void insideOk(void) {
  closeFile(fopen("/tmp/st-oracle-stdio", "w"));
  remove("/tmp/st-oracle-stdio");
  closeFile(tmpfile());
  closeFile(fopen("/dev/null", "w"));
}

int main(void) {
  writeBad();
  appendBad();
  updateBad();
  reopenBad();
  renameBad();
  removeBad();
  readOk();
  insideOk();
  return 0;
}
