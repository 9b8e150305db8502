#include "config.h"

int Port = 8080; // fix: const int Port
std::string Host = "0.0.0.0"; // fix: const std::string Host
const char *Banner = "welcome"; // fix: const char *const Banner
int Rows[] = {1, 2, 3}; // fix: const int Rows[]
int Counter = 0;
int Lent = 1;
int Defaults::Level = 3; // fix: const int Defaults::Level
std::vector<int> Defaults::Steps{1, 2}; // fix: const std::vector<int> Defaults::Steps
int Defaults::Changed = 4;
int Own = 9; // fix: constexpr int Own

int written() { return ++Written; }
int total() {
  return Port + Rows[1] + Counter + Shared + Copied + Own + Defaults::Level + static_cast<int>(SharedText.size()) + Lent;
}
