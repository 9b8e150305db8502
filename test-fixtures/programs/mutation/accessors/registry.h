#ifndef REGISTRY_H
#define REGISTRY_H

#include <map>
#include <string>

class Registry {
public:
  static Registry &instance();
  void set(const std::string &Name, int Value);
  int get(const std::string &Name) const;
  int &slot(int I) { return Slots[I % 4]; }

private:
  Registry() = default;
  std::map<std::string, int> Values;
  int Slots[4] = {};
};

// Filled by its constructor, then only read.
class Limits {
public:
  static Limits &instance();
  int most() const { return Most; }

private:
  Limits() : Most(9) {}
  int Most;
};

std::map<std::string, int> &weights();
int &level();
int &levelToo();
std::string *title();
int &mode();
const int &ground();

#endif
