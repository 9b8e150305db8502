// Paths and modes that the program does not tell: possible, never silent.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>

std::string pathFromElsewhere();

void parameterBad(const std::string &Path) {
  std::ofstream Out(Path); // expect: stateless-local-file-write "unknown path" confidence possible
}

void parameterPointerBad(const char *Path) {
  std::FILE *F = std::fopen(Path, "w"); // expect: stateless-local-file-write "unknown path" confidence possible
  if (F)
    std::fclose(F);
}

void foreignResultBad() {
  std::filesystem::create_directories(pathFromElsewhere()); // expect: stateless-local-file-write "unknown path" confidence possible
}

void unknownDirectoryBad(const std::string &Dir) {
  std::ofstream Out(Dir + "/state"); // expect: stateless-local-file-write "ofstream" confidence possible
}

void inputBad() {
  char Name[64];
  if (std::fgets(Name, sizeof Name, stdin))
    std::remove(Name); // expect: stateless-local-file-write "remove" confidence possible
}

void unknownModeBad(const char *Mode) {
  std::FILE *F = std::fopen("/var/lib/mode", Mode); // expect: stateless-local-file-write "/var/lib/mode" confidence possible
  if (F)
    std::fclose(F);
}

void unknownModeAndPathBad(const char *Path, const char *Mode) {
  std::FILE *F = std::fopen(Path, Mode); // expect: stateless-local-file-write "fopen" confidence possible
  if (F)
    std::fclose(F);
}

void environmentBad() {
  std::ofstream Out(std::getenv("APP_STATE_FILE")); // expect: stateless-local-file-write "configurable" confidence possible
}

void environmentPrefixBad() {
  const std::string Dir = getenv("APP_STATE_DIR");
  std::ofstream Out(Dir + "/state"); // expect: stateless-local-file-write "configurable" confidence possible
}

void homeBad() {
  std::ofstream Out(std::string(std::getenv("HOME")) + "/.app"); // expect: stateless-local-file-write "configurable"
}

void environmentWithDefaultInsideBad() {
  const char *Dir = std::getenv("APP_SPOOL_DIR");
  std::ofstream Out(std::string(Dir ? Dir : "/tmp") + "/x"); // expect: stateless-local-file-write "configurable" confidence possible
}

void environmentWithDefaultOutsideBad() {
  const char *Dir = std::getenv("APP_DATA_DIR");
  std::ofstream Out(std::string(Dir ? Dir : "/var/lib/default") + "/x"); // expect: stateless-local-file-write "/var/lib/default"
}

void upFromTmpdirBad() {
  std::ofstream Out(std::string(std::getenv("TMPDIR")) + "/../etc/up"); // expect: stateless-local-file-write "etc/up"
}

int main(int ArgCount, char **Args) {
  if (ArgCount < 2)
    return 1;
  std::ofstream Out(Args[1]); // expect: stateless-local-file-write "configurable" confidence possible
  const std::string Dir = ArgCount > 2 ? Args[2] : "/tmp";
  std::ofstream Other(Dir + "/x"); // expect: stateless-local-file-write "configurable" confidence possible
}

void tmpdirOk() {
  std::ofstream Out(std::string(std::getenv("TMPDIR")) + "/app");
}

void tmpdirWithDefaultOk() {
  const char *Dir = std::getenv("TMPDIR");
  std::ofstream Out(std::string(Dir ? Dir : "/tmp") + "/app");
}

void readOk(const std::string &Path, const char *Name) {
  std::ifstream In(Path);
  std::ifstream FromEnvironment(std::getenv("APP_CONFIG"));
  int Fd = open(Name, O_RDONLY);
  (void)Fd;
  if (std::FILE *F = std::fopen(Name, "r"))
    std::fclose(F);
}

// The path lies inside the root, so the mode does not matter.
void unknownModeInsideOk(const char *Mode) {
  std::FILE *F = std::fopen("/tmp/app-mode", Mode);
  if (F)
    std::fclose(F);
}

void unknownNameInsideOk(const std::string &Name) {
  std::ofstream Out("/tmp/" + Name);
}
