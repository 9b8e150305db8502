// args: -std=c++17
// Runs: std::filesystem, relative to the working directory.
#include <filesystem>
#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

static const fs::path Root = "out";

static void directoriesBad() {
  fs::create_directories("out/deep/er"); // expect: stateless-local-file-write "out/deep/er"
}

static void joinBad() {
  std::ofstream Out(Root / "deep" / "file.txt"); // expect: stateless-local-file-write "out/deep/file.txt"
  Out << "x";
}

static void copyBad() {
  std::error_code Error;
  fs::copy_file("out/deep/file.txt", "out/copy.txt", fs::copy_options::overwrite_existing, Error); // expect: stateless-local-file-write "out/copy.txt"
}

static void renameBad() {
  std::error_code Error; // /tmp may be another file system
  fs::rename("out/copy.txt", "/tmp/st-oracle-moved", Error); // expect: stateless-local-file-write "out/copy.txt"
}

static void resizeBad() {
  fs::resize_file("out/deep/file.txt", 100); // expect: stateless-local-file-write "out/deep/file.txt"
}

static void removeAllBad() {
  fs::remove_all("out/deep"); // expect: stateless-local-file-write "out/deep"
}

static void insideOk() {
  const fs::path P = fs::path("/tmp") / "st-oracle-fs" / "a";
  fs::create_directories(P);
  std::ofstream(P / "b") << 1;
  fs::remove_all(P.parent_path());
  fs::remove("/tmp/st-oracle-moved");
}

static bool inspectOk() {
  return fs::exists("/etc/passwd") && fs::file_size("/etc/passwd") > 0 && fs::is_directory(Root);
}

int main() {
  directoriesBad();
  joinBad();
  copyBad();
  renameBad();
  resizeBad();
  removeAllBad();
  insideOk();
  return inspectOk() ? 0 : 1;
}
