#ifndef CONFIG_H
#define CONFIG_H

#include <string>

struct Config {
  std::string Folder = "/var/lib/app";
  std::string Scratch = "/tmp/app";
  std::string Export;
  std::string Import = "/etc/app";
  std::string Log;
};
Config load(int Argc, char **Argv);
std::string setting(const char *Name, const std::string &Otherwise);

#endif
