#include "config.h"

#include <cstdlib>

std::string setting(const char *Name, const std::string &Otherwise) {
  const char *Value = std::getenv(Name);
  return Value ? Value : Otherwise;
}
Config load(int Argc, char **Argv) {
  Config Loaded;
  if (const char *Folder = std::getenv("APP_FOLDER"))
    Loaded.Folder = Folder;
  if (const char *Export = std::getenv("APP_EXPORT"))
    Loaded.Export = Export;
  for (int I = 1; I < Argc; ++I)
    Loaded.Log = Argv[I];
  return Loaded;
}
