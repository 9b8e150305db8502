#include "shell.h"

static std::string ValueBad; // expect: stateless-mutable-global "written after start-up by 'set'" "read by 'get'" confidence likely
static int SetsBad; // expect: stateless-mutable-global "written after start-up by 'set'" confidence likely
static int ShellsOk; // expect-benign: stateless-mutable-global "start-up"
static int MostOk = 100; // expect-benign: stateless-mutable-global "never written"

Shell::Shell() {
  ++ShellsOk;
  Verbs["set"] = set;
  Verbs["get"] = get;
}
std::string Shell::run(const std::string &Line) const {
  auto Space = Line.find(' ');
  auto It = Verbs.find(Line.substr(0, Space));
  return It == Verbs.end() ? "?" : It->second(Space == Line.npos ? "" : Line.substr(Space + 1));
}
std::string set(const std::string &Text) {
  if (++SetsBad > MostOk + ShellsOk) // expect-fact: write SetsBad
    return "full";
  ValueBad = Text; // expect-fact: write ValueBad
  return "ok";
}
std::string get(const std::string &) { return ValueBad; } // expect-fact: read ValueBad
