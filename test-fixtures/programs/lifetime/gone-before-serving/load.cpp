#include "load.h"

#include <algorithm>
#include <memory>

static int WarmedOk; // expect-benign: stateless-mutable-global "start-up"

void Parser::feed(const std::string &Line) {
  UsersOk[Line] = Line;
  ++LinesOk;
}
Settings Parser::result() const {
  Settings Made;
  Made.Port += LinesOk;
  for (const auto &[Name, Value] : UsersOk)
    Made.Names.push_back(Name + Value);
  return Made;
}
Settings load(int Argc, char **Argv) {
  auto Reader = std::make_unique<Parser>();
  for (int I = 0; I < Argc; ++I)
    Reader->feed(Argv[I]);
  return Reader->result();
}
int warmUp(const Settings &S) {
  int LongestOk = 0;
  std::map<std::string, int> SessionsOk;
  std::for_each(S.Names.begin(), S.Names.end(), [&](const std::string &Name) {
    LongestOk = std::max(LongestOk, int(Name.size()));
    SessionsOk[Name] = LongestOk;
  });
  WarmedOk = LongestOk;
  return WarmedOk + int(SessionsOk.size());
}
