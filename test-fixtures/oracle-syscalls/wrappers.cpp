// Runs: the project's own wrappers; the call that decides the path is to blame.
#include <cstdio>
#include <fstream>
#include <string>

namespace storage {

static void save(const std::string &Path, const std::string &Text) {
  std::ofstream Out(Path);
  Out << Text;
}

static void saveIn(const std::string &Directory, const std::string &Name) {
  save(Directory + "/" + Name, "x");
}

static std::FILE *openFile(const char *Path, const char *Mode) { return std::fopen(Path, Mode); }

} // namespace storage

class Journal {
public:
  explicit Journal(const std::string &Path) : Out(Path, std::ios::app) {}
  void add(const std::string &Line) { Out << Line << '\n'; }

private:
  std::ofstream Out;
};

static void directBad() {
  storage::save("wrapped.txt", "x"); // expect: stateless-local-file-write "wrapped.txt"
}

static void throughTwoBad() {
  storage::saveIn("/var/tmp", "st-oracle-wrapped"); // expect: stateless-local-file-write "/var/tmp/st-oracle-wrapped"
}

static void constructorBad() {
  Journal J("./journal.txt"); // expect: stateless-local-file-write "journal.txt"
  J.add("x");
}

static void modeBad() {
  if (std::FILE *F = storage::openFile("wrapped-mode.txt", "w")) // expect: stateless-local-file-write "wrapped-mode.txt"
    std::fclose(F);
}

static void removeBad() {
  std::remove("/var/tmp/st-oracle-wrapped"); // expect: stateless-local-file-write "/var/tmp/st-oracle-wrapped"
}

static void readOk() {
  if (std::FILE *F = storage::openFile("/etc/passwd", "r"))
    std::fclose(F);
}

static void insideOk() {
  storage::save("/tmp/st-oracle-direct", "x");
  storage::saveIn("/tmp", "st-oracle-two");
  Journal("/tmp/st-oracle-journal").add("x");
  std::remove("/tmp/st-oracle-direct");
  std::remove("/tmp/st-oracle-two");
  std::remove("/tmp/st-oracle-journal");
}

int main() {
  directBad();
  throughTwoBad();
  constructorBad();
  modeBad();
  removeBad();
  readOk();
  insideOk();
  return 0;
}
