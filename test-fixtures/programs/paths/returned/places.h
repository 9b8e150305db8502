#ifndef PLACES_H
#define PLACES_H

#include <filesystem>
#include <string>

enum class Kind { Data, Log, Temp };

const char *dataFolder();
std::string stateFile();
const std::string &logFolder();
std::filesystem::path folderOf(Kind K);
const char *tempFolder();
std::string nested(const std::string &Name);
constexpr const char *compiled() { return "/var/lib/compiled"; }

class Places {
public:
  static std::string uploads();
  std::string thumbs() const { return base() + "/thumbs"; }

private:
  std::string base() const { return "/tmp/places"; }
};

#endif
