#include "layout.h"

#include <fstream>

const Layout TheLayout = {"/var/lib/layout", "/tmp/layout"};

const Options &options() {
  static const Options TheOptions{{.Data = "/srv/options", .Temp = "/tmp/options"}, true};
  return TheOptions;
}
void write(const Target &T) {
  std::ofstream Out(T.Path);
  Out << T.Text;
}
