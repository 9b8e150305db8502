#include "options.h"

#include <fstream>

bool VerboseOk; // expect-benign: stateless-mutable-global "start-up"
int PortOk = 8080; // expect-benign: stateless-mutable-global "start-up"
std::vector<std::string> FilesOk; // expect-benign: stateless-mutable-global "start-up"
std::map<std::string, std::string> SettingsOk; // expect-benign: stateless-mutable-global "start-up"
int AttemptsOk; // expect-benign: stateless-mutable-global "start-up"
static int LinesOk; // expect-benign: stateless-mutable-global "start-up"
static std::ifstream FileOk("/etc/shop.conf");

bool readLine(std::string &Line) { return bool(std::getline(FileOk, Line)); }
void apply(const std::string &Line) {
  auto At = Line.find('=');
  ++LinesOk;
  if (At != Line.npos)
    SettingsOk[Line.substr(0, At)] = Line.substr(At + 1);
}
bool probe() { return ++AttemptsOk > 3; }
