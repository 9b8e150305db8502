// Runs: paths from the environment and the command line, with defaults.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

static std::string dataDirectory() {
  const char *Dir = std::getenv("ST_ORACLE_DATA");
  return Dir ? Dir : "data-default";
}

static void environmentBad() {
  std::ofstream Out(dataDirectory() + ".txt"); // expect: stateless-local-file-write "data-default"
}

static void environmentInPlaceBad() {
  const char *Path = std::getenv("ST_ORACLE_PATH");
  std::ofstream Out(Path ? Path : "default-path.txt"); // expect: stateless-local-file-write "default-path.txt"
}

static void tmpdirOk() {
  const char *Dir = std::getenv("TMPDIR");
  const std::string Path = std::string(Dir ? Dir : "/tmp") + "/st-oracle-configured";
  std::ofstream(Path) << 1;
  std::remove(Path.c_str());
}

static int readOk() {
  const char *Path = std::getenv("ST_ORACLE_CONFIG");
  std::ifstream In(Path ? Path : "/etc/hostname");
  return In ? 0 : 1;
}

int main(int Count, char **Args) {
  const std::string Log = Count > 1 ? Args[1] : "default.log";
  std::ofstream Out(Log); // expect: stateless-local-file-write "default.log"
  environmentBad();
  environmentInPlaceBad();
  tmpdirOk();
  readOk();
  return 0;
}
