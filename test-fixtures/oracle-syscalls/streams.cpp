// Runs: file streams that write into the working directory and /var/tmp.
#include <cstdio>
#include <fstream>
#include <string>

static void snapshotBad() {
  std::ofstream Out("./state.dat"); // expect: stateless-local-file-write "state.dat"
  Out << "state\n";
}

static void appendBad() {
  std::ofstream Out;
  Out.open("journal.log", std::ios::app); // expect: stateless-local-file-write "journal.log"
  Out << "line\n";
}

static void updateBad() {
  std::fstream Both("/var/tmp/st-oracle-streams", std::ios::in | std::ios::out | std::ios::trunc); // expect: stateless-local-file-write "/var/tmp/st-oracle-streams"
  Both << 42;
}

static int readOk() {
  std::ifstream In("./state.dat");
  std::fstream Again("journal.log", std::ios::in);
  std::string A, B;
  In >> A;
  Again >> B;
  return A == "state" && B == "line" ? 0 : 1;
}

static void temporaryOk() {
  std::ofstream Out("/tmp/st-oracle-streams");
  Out << 1;
}

static void removeBad() {
  std::remove("/var/tmp/st-oracle-streams"); // expect: stateless-local-file-write "/var/tmp/st-oracle-streams"
  std::remove("/tmp/st-oracle-streams");
}

int main() {
  snapshotBad();
  appendBad();
  updateBad();
  temporaryOk();
  removeBad();
  return readOk();
}
