// The empty text that a variable starts with is no path when each branch gives
// it another: the message names one that can be.
#include "settings.h"

#include <cstdlib>
#include <fstream>

Settings::Settings(const std::string &Given) {
  std::string Folder;
  if (!Given.empty())
    Folder = Given;
  else if (const char *Home = std::getenv("HOME"))
    Folder = std::string(Home) + "/.config/app/";
  else
    Folder = "/var/lib/app/";
  if (!Folder.empty() && Folder.back() != '/')
    Folder += "/";
  File = Folder + "settings.json";
}
void Settings::save() {
  std::ofstream Out(File); // expect: stateless-local-file-write "'/var/lib/app/settings.json'"
  Out << "{}";
}
