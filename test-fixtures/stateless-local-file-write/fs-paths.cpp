// args: -std=c++17
// std::filesystem::path as a value: '/', '/=', '+=', absolute parts, conversions.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

const fs::path Root = "/var/lib/app";

void joinBad() {
  std::ofstream Out(Root / "join"); // expect: stateless-local-file-write "/var/lib/app/join" confidence likely
}

void joinUnknownBad(const std::string &Name) {
  std::ofstream Out(Root / Name); // expect: stateless-local-file-write "/var/lib/app"
}

void joinAssignBad() {
  fs::path P = Root;
  P /= "assign";
  std::ofstream Out(P); // expect: stateless-local-file-write "/var/lib/app/assign" confidence likely
}

// An absolute right-hand side replaces what stands before it.
void absoluteReplacesBad() {
  std::ofstream Out(fs::path("/tmp") / "/var/lib/replaced"); // expect: stateless-local-file-write "/var/lib/replaced" confidence likely
}

void upBad() {
  std::ofstream Out(fs::path("/tmp") / ".." / "etc" / "up"); // expect: stateless-local-file-write "etc/up" confidence likely
}

// '+=' puts no separator between the parts.
void concatBad() {
  fs::path P("/tmp");
  P += "concat";
  std::ofstream Out(P); // expect: stateless-local-file-write "/tmpconcat" confidence likely
}

void cStringBad() {
  std::FILE *F = std::fopen((Root / "c-string").string().c_str(), "w"); // expect: stateless-local-file-write "/var/lib/app/c-string" confidence likely
  if (F)
    std::fclose(F);
}

void nativeBad() {
  std::FILE *F = std::fopen(fs::path("/var/lib/native").c_str(), "a"); // expect: stateless-local-file-write "/var/lib/native" confidence likely
  if (F)
    std::fclose(F);
}

void pathFromStringBad() {
  const std::string Dir = "/var/lib/";
  fs::create_directories(fs::path(Dir + "from-string") / "x"); // expect: stateless-local-file-write "/var/lib/from-string/x" confidence likely
}

void relativePathBad() {
  fs::create_directories(fs::path("data") / "relative"); // expect: stateless-local-file-write "data/relative" confidence likely
}

void currentDirectoryBad() {
  std::ofstream Out(fs::current_path() / "current"); // expect: stateless-local-file-write "ofstream"
}

void parentBad() {
  const fs::path P = "/var/lib/parent/file";
  fs::create_directories(P.parent_path()); // expect: stateless-local-file-write "/var/lib/parent" confidence likely
}

void upFromTemporaryBad() {
  std::ofstream Out(fs::temp_directory_path() / "../etc/leaves"); // expect: stateless-local-file-write "etc/leaves"
}

void temporaryOk() { std::ofstream Out(fs::temp_directory_path() / "app"); }

void temporaryNameOk(const std::string &Name) {
  const fs::path P = fs::temp_directory_path() / ("app-" + Name);
  std::ofstream Out(P);
  fs::remove(P);
}

void joinOk() { std::ofstream Out(fs::path("/tmp") / "a" / "b"); }

void joinAssignOk(int Id) {
  fs::path P{"/tmp"};
  P /= "app";
  P /= std::to_string(Id);
  fs::create_directories(P);
}

void absoluteReplacesOk() { std::ofstream Out(Root / "/tmp/replaced"); }

void concatOk() {
  fs::path P = "/tmp/app";
  P += ".log";
  std::ofstream Out(P.string());
}

void parentOk() { fs::create_directories(fs::path("/tmp/parent/file").parent_path()); }

void readOk() { std::ifstream In(Root / "join"); }
