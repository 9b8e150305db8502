#include "tables.h"

#include <fstream>

const Entry Lasting[2] = {{"data", "/var/lib/tables"}, {"log", "/var/log/tables"}};
const char *const Temporary[3] = {"/tmp/a", "/tmp/b", "/tmp/c"};
const std::vector<std::string> Mixed = {"/tmp/mixed", "/srv/mixed"};
const std::map<std::string, std::string> ByName = {{"one", "/srv/one"}, {"two", "/srv/two"}};

void writeLasting(unsigned Index) {
  std::ofstream Out(Lasting[Index % 2].Path); // expect: stateless-local-file-write "'PUT /lasting'"
}
void writeNamed(const std::string &Name) {
  auto It = ByName.find(Name);
  if (It != ByName.end())
    std::ofstream Out(It->second); // expect: stateless-local-file-write "ofstream"
}
