// Names that only look like file operations, and text that is only a path.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace app {

// The project's own functions and types of the same names.
void open(const char *Topic, int Flags);
void remove(const std::string &Key);
void rename(const std::string &From, const std::string &To);
int mkdir(const char *Label);
int system(const char *Description);
void create_directories(const std::string &Tree);

struct ofstream {
  explicit ofstream(const char *Name);
  void open(const char *Name);
};

struct Channel {
  void open(const std::string &Address);
  void unlink(const char *Peer);
  void truncate(const char *Label, long Size);
  std::FILE *fopen(const char *Name, const char *Mode);
};

struct QFile {
  explicit QFile(const char *Name);
  bool open(int Mode);
};

} // namespace app

void ownFunctionsOk() {
  app::open("/var/lib/app/topic", 1);
  app::remove("/var/lib/app/key");
  app::rename("/var/lib/app/a", "/var/lib/app/b");
  app::mkdir("/var/lib/app/label");
  app::system("rm -rf /var/lib/app");
  app::create_directories("/var/lib/app/tree");
}

void ownTypesOk() {
  app::ofstream Out("/var/lib/app/x");
  Out.open("/var/lib/app/y");
  app::QFile File("/var/lib/app/z");
  File.open(2);
}

void ownMethodsOk(app::Channel &C) {
  C.open("/var/lib/app/address");
  C.unlink("/var/lib/app/peer");
  C.truncate("/var/lib/app/label", 0);
  C.fopen("/var/lib/app/name", "w");
}

// std::remove of <algorithm>, next to std::remove of <cstdio>.
void algorithmOk(std::vector<std::string> &Names) {
  Names.erase(std::remove(Names.begin(), Names.end(), "/var/lib/app/x"), Names.end());
}

void algorithmBad(std::vector<std::string> &Names) {
  Names.erase(std::remove(Names.begin(), Names.end(), "x"), Names.end());
  std::remove("/var/lib/app/really"); // expect: stateless-local-file-write "/var/lib/app/really" confidence likely
}

void printPathOk() {
  std::puts("/var/lib/app/printed");
  std::fprintf(stderr, "cannot open %s\n", "/var/lib/app/printed");
}

void comparePathOk(const std::string &Path) {
  if (Path == "/var/lib/app/compared" || Path.rfind("/var/", 0) == 0)
    std::puts("outside");
}

void globalScopeBad() {
  using namespace app;
  std::FILE *F = ::fopen("/var/lib/app/global", "w"); // expect: stateless-local-file-write "/var/lib/app/global"
  if (F)
    std::fclose(F);
}
