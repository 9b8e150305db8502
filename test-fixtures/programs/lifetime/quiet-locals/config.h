#ifndef CONFIG_H
#define CONFIG_H

#include <map>
#include <string>

struct Config {
  int Port = 8080;
  std::string Name = "shop";
  std::map<std::string, std::string> Users;
};
Config load(int Argc, char **Argv);
void fill(std::map<std::string, std::string> &Titles);

#endif
