// args: -std=c++17 -isystem {fixtures}/include
// Boost.Filesystem and {fmt}: operations, streams, formatted paths.
#include <boost/filesystem.hpp>
#include <fmt/os.h>
#include <fstream>
#include <string>

namespace bfs = boost::filesystem;

void createDirectoryBad() {
  boost::filesystem::create_directory("/var/lib/boost/one"); // expect: stateless-local-file-write "/var/lib/boost/one" confidence likely
}

void createDirectoriesBad() {
  bfs::create_directories(bfs::path("/var/lib/boost") / "many"); // expect: stateless-local-file-write "/var/lib/boost/many" confidence likely
}

void removeAllBad() {
  bfs::remove_all("/var/lib/boost/tree"); // expect: stateless-local-file-write "/var/lib/boost/tree" confidence likely
}

void renameBad() {
  bfs::rename("/tmp/boost", "/var/lib/boost/renamed"); // expect: stateless-local-file-write "/var/lib/boost/renamed"
}

void streamBad() {
  bfs::ofstream Out("/var/lib/boost/stream"); // expect: stateless-local-file-write "/var/lib/boost/stream" confidence likely
  Out << 1;
}

void pathToStandardStreamBad() {
  const bfs::path P = bfs::path("/var/lib/boost") / "standard";
  std::ofstream Out(P.c_str()); // expect: stateless-local-file-write "/var/lib/boost/standard"
}

void outputFileBad() {
  auto Out = fmt::output_file("/var/lib/fmt/output"); // expect: stateless-local-file-write "/var/lib/fmt/output" confidence likely
  Out.print("x");
}

void formatPrefixBad(int Id) {
  std::ofstream Out(fmt::format("/var/lib/fmt/{}.txt", Id)); // expect: stateless-local-file-write "/var/lib/fmt/" confidence likely
}

void formatKnownArgumentBad() {
  std::ofstream Out(fmt::format("{}/known", "/var/lib/fmt-argument")); // expect: stateless-local-file-write "/var/lib/fmt-argument"
}

void formatUnknownFrontBad(const std::string &Dir) {
  std::ofstream Out(fmt::format("{}/x", Dir)); // expect: stateless-local-file-write "ofstream" confidence possible
}

void inspectOk() {
  (void)bfs::exists("/var/lib/boost/one");
  (void)bfs::file_size("/var/lib/boost/stream");
  bfs::ifstream In("/var/lib/boost/stream");
}

void temporaryOk(const std::string &Name) {
  bfs::create_directories(bfs::temp_directory_path() / Name);
  bfs::ofstream Out("/tmp/boost");
  bfs::remove("/tmp/boost");
}

void copyOutOk() { bfs::copy_file("/etc/hosts", "/tmp/boost-hosts"); }

void outputFileOk() {
  auto Out = fmt::output_file("/tmp/fmt-output");
  Out.close();
}

void formatOk(int Id) { std::ofstream Out(fmt::format("/tmp/fmt-{}.txt", Id)); }
void formatOnlyTextOk(int Id) { fmt::print("see /var/lib/fmt/{}\n", Id); }
