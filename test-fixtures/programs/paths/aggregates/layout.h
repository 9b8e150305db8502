#ifndef LAYOUT_H
#define LAYOUT_H

#include <string>

struct Layout {
  const char *Data;
  const char *Temp;
  std::string Log = "/var/log/layout";
};
struct Options {
  Layout Where;
  bool Verbose = false;
};
struct Target {
  std::string Path;
  std::string Text;
};

extern const Layout TheLayout;
constexpr struct {
  const char *Spool;
  const char *Cache;
} Folders = {"/var/spool/layout", "/tmp/layout"};
const Options &options();
void write(const Target &T);

#endif
