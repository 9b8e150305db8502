#include "places.h"

const char *dataFolder() { return "/var/lib/returned"; }
std::string stateFile() { return std::string(dataFolder()) + "/state"; }
const std::string &logFolder() {
  static const std::string Folder = "/var/log/returned";
  return Folder;
}
std::filesystem::path folderOf(Kind K) {
  switch (K) {
  case Kind::Data:
    return "/srv/returned";
  case Kind::Log:
    return logFolder();
  case Kind::Temp:
    break;
  }
  return "/tmp/returned";
}
const char *tempFolder() { return "/tmp/returned"; }
std::string nested(const std::string &Name) { return stateFile() + "." + Name; }
std::string Places::uploads() {
  const std::string Folder = "/var/lib/uploads";
  return Folder;
}
