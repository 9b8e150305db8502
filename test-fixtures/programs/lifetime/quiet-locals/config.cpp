#include "config.h"

#include <cstdlib>

Config load(int Argc, char **Argv) {
  Config Loaded;
  if (Argc > 1)
    Loaded.Port = std::atoi(Argv[1]);
  Loaded.Users["admin"] = Loaded.Name;
  return Loaded;
}
void fill(std::map<std::string, std::string> &Titles) {
  Titles["/"] = "Home";
  Titles["/about"] = "About";
}
