// Which known paths lie outside the writable root, after normalisation.
#include <fstream>

void upFromTmpBad() {
  std::ofstream Out("/tmp/../etc/up"); // expect: stateless-local-file-write "/etc/up" confidence likely
}

void upTwiceBad() {
  std::ofstream Out("/tmp/a/../../etc/twice"); // expect: stateless-local-file-write "/etc/twice" confidence likely
}

void upAfterDotBad() {
  std::ofstream Out("/tmp/./..//etc/dots"); // expect: stateless-local-file-write "/etc/dots" confidence likely
}

void prefixOfTmpBad() {
  std::ofstream Out("/tmpfoo/x"); // expect: stateless-local-file-write "/tmpfoo/x" confidence likely
}

void tmpWithDashBad() {
  std::ofstream Out("/tmp-data"); // expect: stateless-local-file-write "/tmp-data" confidence likely
}

void bareNameBad() {
  std::ofstream Out("state.dat"); // expect: stateless-local-file-write "state.dat" confidence likely
}

void dotSlashBad() {
  std::ofstream Out("./state.dot"); // expect: stateless-local-file-write "state.dot" confidence likely
}

void relativeTmpBad() {
  std::ofstream Out("tmp/relative"); // expect: stateless-local-file-write "tmp/relative" confidence likely
}

void parentBad() {
  std::ofstream Out("../tmp/x-parent"); // expect: stateless-local-file-write "x-parent" confidence likely
}

void tildeBad() {
  std::ofstream Out("~/tilde"); // expect: stateless-local-file-write "~/tilde" confidence likely
}

void varTmpBad() {
  std::ofstream Out("/var/tmp/kept"); // expect: stateless-local-file-write "/var/tmp/kept" confidence likely
}

void tmpBelowOtherBad() {
  std::ofstream Out("/srv/tmp/x"); // expect: stateless-local-file-write "/srv/tmp/x" confidence likely
}

void caseCountsBad() {
  std::ofstream Out("/TMP/upper"); // expect: stateless-local-file-write "/TMP/upper" confidence likely
}

void sharedMemoryBad() {
  std::ofstream Out("/dev/shm/kept"); // expect: stateless-local-file-write "/dev/shm/kept" confidence likely
}

void almostNullBad() {
  std::ofstream Out("/dev/null.log"); // expect: stateless-local-file-write "/dev/null.log" confidence likely
}

void upFromDescriptorsBad() {
  std::ofstream Out("/dev/fd/../../etc/fd"); // expect: stateless-local-file-write "/etc/fd" confidence likely
}

void plainOk() { std::ofstream Out("/tmp/x"); }
void doubleSlashOk() { std::ofstream Out("/tmp//x"); }
void dotOk() { std::ofstream Out("/tmp/./x"); }
void deepOk() { std::ofstream Out("/tmp/a/b/c/d"); }
void upInsideOk() { std::ofstream Out("/tmp/a/../x"); }
void comesBackOk() { std::ofstream Out("/var/../tmp/x"); }
void dotsInNamesOk() { std::ofstream Out("/tmp/..a/...b/c..d/x.."); }
void nullOk() { std::ofstream Out("/dev/null"); }
void stdoutOk() { std::ofstream Out("/dev/stdout"); }
void stderrOk() { std::ofstream Out("/dev/stderr"); }
void descriptorOk() { std::ofstream Out("/dev/fd/3"); }
void procDescriptorOk() { std::ofstream Out("/proc/self/fd/2"); }
