#include "files.h"

#include <filesystem>
#include <fstream>

// Before main.
static const bool Ready = std::filesystem::create_directories("/var/lib/when/early"); // expect: stateless-local-file-write "/var/lib/when/early" confidence likely

// The files of the start-up stay behind as well: another replica has none.
void prepare() {
  std::filesystem::create_directories("/var/lib/when"); // expect: stateless-local-file-write "/var/lib/when" confidence likely
  std::filesystem::create_directories("/tmp/when");
}
void store(const std::string &Text) {
  std::ofstream Out("/var/lib/when/store"); // expect: stateless-local-file-write "/var/lib/when/store" "'PUT /store'" confidence proven
  Out << Text;
}
void rotate() {
  std::filesystem::rename("/tmp/when/log", "/var/log/when.log"); // expect: stateless-local-file-write "/var/log/when.log" confidence likely
}
// Nobody calls it.
void purge() {
  std::filesystem::remove_all("/var/lib/when/purged"); // expect-benign: stateless-local-file-write "written only by code that nothing calls"
}
int touched() {
  // By main and by a request: the request counts.
  std::ofstream Out("/var/lib/when/touched", std::ios::app); // expect: stateless-local-file-write "/var/lib/when/touched" "'GET /touched'" confidence proven
  return Ready;
}
