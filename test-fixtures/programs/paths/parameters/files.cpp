#include "files.h"

#include <filesystem>
#include <fstream>

// Nothing stands here: it is the callers that know where.
void save(const std::string &Path, const std::string &Text) {
  std::ofstream Out(Path);
  Out << Text;
}
void drop(const std::string &Path) { std::filesystem::remove(Path); }
