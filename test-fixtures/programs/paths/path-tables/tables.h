#ifndef TABLES_H
#define TABLES_H

#include <map>
#include <string>
#include <vector>

struct Entry {
  const char *Name;
  const char *Path;
};
extern const Entry Lasting[2];
extern const char *const Temporary[3];
extern const std::vector<std::string> Mixed;
extern const std::map<std::string, std::string> ByName;
void writeLasting(unsigned Index);
void writeNamed(const std::string &Name);

#endif
