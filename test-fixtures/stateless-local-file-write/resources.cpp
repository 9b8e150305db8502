// args: -std=c++17 -isystem {fixtures}/include
// What one class or function does to one file is one finding; its other places
// are notes.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

class Store {
public:
  void open() {
    fs::create_directories("data");
    Out.open("data/store.kv");
  }
  void put(const std::string &Line) {
    std::ofstream("data/store.kv", std::ios::app) << Line; // expect: stateless-local-file-write "writes 'data/store.kv'" "'POST /put'" "'POST /compact'" confidence proven
  }
  void compact() {
    std::ofstream Other("data/store.tmp");
    Other << "x";
    fs::rename("data/store.tmp", "data/store.kv");
  }
  void clear() { fs::remove("data/store.kv"); }
  // Another file of the same owner.
  void log() { std::ofstream("data/store.log", std::ios::app) << "x"; } // expect: stateless-local-file-write "'data/store.log'"

private:
  std::ofstream Out;
};

// Another owner of the same file.
static void dump() { std::ofstream("data/store.kv"); } // expect: stateless-local-file-write "'data/store.kv'"

// Paths that nobody knows, of one owner and of two.
static void append(const char *Path) { std::fclose(std::fopen(Path, "a")); }
static void first(const char *Path) {
  append(Path + 1); // expect: stateless-local-file-write "'fopen' writes" confidence possible
  append(Path + 2);
}
static void second(const char *Path) { append(Path + 3); } // expect: stateless-local-file-write "'fopen' writes" confidence possible
// Another operation on one.
static void third(const char *Path) { unlink(Path); }
// A folder is made for what is put there.
static void upload(const std::string &Path) {
  fs::create_directories(fs::path(Path).parent_path());
  std::ofstream(Path + ".x");
}
// Two settings are two files.
static void byA() { append(getenv("A")); } // expect: stateless-local-file-write "a configurable path (environment variable 'A')" confidence possible
static void byB() { append(getenv("B")); } // expect: stateless-local-file-write "a configurable path (environment variable 'B')" confidence possible

int main() {
  Store S;
  httplib::Server App;
  S.open();
  App.Post("/put", [&](const httplib::Request &Q, httplib::Response &) { S.put(Q.body); });
  App.Post("/compact", [&](const httplib::Request &, httplib::Response &) { S.compact(); });
  App.Post("/clear", [&](const httplib::Request &Q, httplib::Response &) {
    S.clear();
    S.log();
    dump();
    first(Q.body.c_str());
    second(Q.body.c_str());
    third(Q.body.c_str()); // expect: stateless-local-file-write "'unlink' deletes" confidence possible
    upload(Q.body); // expect: stateless-local-file-write "'std::ofstream' writes an unknown path" confidence possible
    byA();
    byB();
  });
  App.listen("0.0.0.0", 80);
}
