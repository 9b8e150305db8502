// The project's own wrappers: the finding stands at the call that decides.
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>

namespace storage {

void save(const std::string &Path, const std::string &Text) {
  std::ofstream Out(Path);
  Out << Text;
}

void saveTo(const char *Directory, const char *Name) {
  save(std::string(Directory) + "/" + Name, "x");
}

std::FILE *openFile(const char *Path, const char *Mode) {
  return std::fopen(Path, Mode);
}

int openFlags(int Flags) { return ::open("/var/lib/wrapped/flags", Flags, 0600); } // expect: stateless-local-file-write "/var/lib/wrapped/flags"

void touch(const std::string &Path = "/var/lib/wrapped/default") {
  std::ofstream Out(Path, std::ios::app);
}

// Only the part that the caller gives can leave the root.
void saveBelowTmp(const std::string &Name) {
  std::ofstream Out("/tmp/app/" + Name);
}

// A cycle in the call graph must not matter.
void retry(const std::string &Path, int Times) {
  if (Times > 0)
    retry(Path, Times - 1);
  std::ofstream Out(Path);
}

std::string stateFile() { return "/var/lib/returned/state"; }
std::string below(const std::string &Dir) { return Dir + "/below"; }
constexpr const char *pick(bool Temporary) { return Temporary ? "/tmp/picked" : "/var/lib/picked"; }

const std::string &directory() {
  static const std::string Dir = "/var/lib/accessor";
  return Dir;
}

} // namespace storage

class Journal {
public:
  explicit Journal(const std::string &Path) : Out(Path) {}
  void add(const char *Text) { Out << Text; }

private:
  std::ofstream Out;
};

class Spool {
public:
  Spool() : Directory("/var/lib/field") {}
  void putBad(const std::string &Name) {
    std::ofstream Out(Directory + "/" + Name); // expect: stateless-local-file-write "/var/lib/field"
  }

private:
  std::string Directory;
};

class Settings {
public:
  void writeBad() const {
    std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/initialised"
  }

private:
  std::string Path = "/var/lib/initialised";
};

class Scratch {
public:
  explicit Scratch(std::string Dir) : Directory(std::move(Dir)) {}
  void putOk(const std::string &Name) { std::ofstream Out(Directory + "/" + Name); }

private:
  std::string Directory;
};

void directBad() {
  storage::save("/var/lib/wrapped/direct", "x"); // expect: stateless-local-file-write "/var/lib/wrapped/direct" confidence likely
}

void throughTwoBad() {
  storage::saveTo("/var/lib/wrapped", "two"); // expect: stateless-local-file-write "/var/lib/wrapped/two"
}

void modeBad() {
  if (std::FILE *F = storage::openFile("/var/lib/wrapped/mode", "w")) // expect: stateless-local-file-write "/var/lib/wrapped/mode"
    std::fclose(F);
}

void flagsBad() { (void)storage::openFlags(O_WRONLY | O_CREAT); }

void defaultArgumentBad() {
  storage::touch(); // expect: stateless-local-file-write "/var/lib/wrapped/default"
}

void leavesRootBad() {
  storage::saveBelowTmp("../../etc/leaves"); // expect: stateless-local-file-write "etc/leaves"
}

void recursionBad() {
  storage::retry("/var/lib/wrapped/retry", 3); // expect: stateless-local-file-write "/var/lib/wrapped/retry"
}

void constructorBad() {
  Journal J("/var/log/journal"); // expect: stateless-local-file-write "/var/log/journal"
  J.add("x");
}

void returnedBad() {
  std::ofstream Out(storage::stateFile()); // expect: stateless-local-file-write "/var/lib/returned/state"
}

void returnedFromArgumentBad() {
  std::ofstream Out(storage::below("/var/lib/given")); // expect: stateless-local-file-write "/var/lib/given/below"
}

void returnedEitherBad(bool Temporary) {
  std::ofstream Out(storage::pick(Temporary)); // expect: stateless-local-file-write "/var/lib/picked"
}

void accessorBad() {
  std::ofstream Out(storage::directory() + "/x"); // expect: stateless-local-file-write "/var/lib/accessor/x"
}

void directOk() { storage::save("/tmp/wrapped", "x"); }
void throughTwoOk() { storage::saveTo("/tmp", "two"); }
void defaultArgumentOk() { storage::touch("/tmp/touched"); }
void belowOk() { storage::saveBelowTmp("a/b"); }
void recursionOk() { storage::retry("/tmp/retry", 3); }
void constructorOk() { Journal("/tmp/journal").add("x"); }
void returnedFromArgumentOk() { std::ofstream Out(storage::below("/tmp")); }

void fieldOk() {
  Scratch S("/tmp/scratch");
  S.putOk("x");
}

// Path and mode belong together: no caller writes "/etc/hosts".
void readModeOk() {
  if (std::FILE *F = storage::openFile("/etc/hosts", "r"))
    std::fclose(F);
}

void writeModeInsideOk() {
  if (std::FILE *F = storage::openFile("/tmp/wrapped", "w"))
    std::fclose(F);
}
