#include "config.h"

void setTitle(const std::string &Name, const std::string &Title) {
  std::map<std::string, std::string> &T = TitlesOk;
  T[Name] = Title;
}
