#include "places.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

void writeAll(const std::string &Text) {
  std::ofstream Data(DataDir + "/data"); // expect: stateless-local-file-write "/var/lib/shop/data" "'PUT /all'" confidence proven
  std::ofstream Log(LogFile, std::ios::app); // expect: stateless-local-file-write "/var/log/shop.log" "'PUT /all'" confidence proven
  std::ofstream State(StateFile); // expect: stateless-local-file-write "/var/lib/shop.state" "'PUT /all'" confidence proven
  std::ofstream Upload(Places::Uploads + "/" + Text); // expect: stateless-local-file-write "/var/lib/shop/uploads" "'PUT /all'" confidence proven
  std::filesystem::create_directories(CacheDir); // expect: stateless-local-file-write "/var/cache/shop" "'PUT /all'" confidence proven
  std::remove(SPOOL_DIR "/old"); // expect: stateless-local-file-write "/var/spool/shop/old" "'PUT /all'" confidence proven
  std::ofstream Temp(TempDir + "/" + Text);
  std::ofstream Scratch(std::string(ScratchDir) + "/x");
  std::filesystem::remove(std::filesystem::path(Places::Thumbs) / Text);
}
// No constant: the caller of moveData says where.
void writeChanged(const std::string &Text) {
  std::ofstream Out(ChangedDir + "/" + Text); // expect: stateless-local-file-write "/srv/changed" "'PUT /changed'"
}
