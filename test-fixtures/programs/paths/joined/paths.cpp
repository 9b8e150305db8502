#include "paths.h"

#include <cstdio>
#include <fstream>

const std::filesystem::path Root = "/var/lib/joined";

std::filesystem::path below(const std::filesystem::path &Base, const std::string &Name) { return Base / "below" / Name; }
std::string join(const std::string &A, const std::string &B) { return A + '/' + B; }
std::string numbered(const char *Folder, int Number) {
  char Buffer[128];
  std::snprintf(Buffer, sizeof Buffer, "%s/%d.txt", Folder, Number);
  return Buffer;
}
std::string withSuffix(std::string Path) {
  Path += ".json";
  return Path;
}
void write(const std::filesystem::path &Where) { std::ofstream Out(Where); }
