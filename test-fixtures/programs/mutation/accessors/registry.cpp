// What the accessors give out is written by their callers, in other units.
#include "registry.h"

Registry &Registry::instance() {
  static Registry TheRegistryBad; // expect: stateless-stateful-singleton "instance" "'Values'" "'Slots'" "'PUT /value'" confidence proven
  return TheRegistryBad;
}
void Registry::set(const std::string &Name, int Value) { Values[Name] = Value; }
int Registry::get(const std::string &Name) const {
  auto It = Values.find(Name);
  return It == Values.end() ? 0 : It->second;
}

Limits &Limits::instance() {
  static Limits TheLimitsOk; // expect-benign: stateless-stateful-singleton "no mutable state"
  return TheLimitsOk;
}

std::map<std::string, int> &weights() {
  static std::map<std::string, int> WeightsBad; // expect: stateless-mutable-global "WeightsBad" "'PUT /weight'" confidence proven
  return WeightsBad;
}
int &level() {
  static int LevelBad = 1; // expect: stateless-mutable-global "LevelBad" "'PUT /weight'" confidence proven
  return LevelBad;
}
int &levelToo() { return level(); }

static std::string TitleBad; // expect: stateless-mutable-global "TitleBad" "'PUT /weight'" confidence proven
std::string *title() { return &TitleBad; }

// Given out by a reference that every caller only reads.
int &mode() {
  static int ModeOk = 2; // expect-benign: stateless-mutable-global "never written"
  return ModeOk;
}
static int GroundOk = 4; // expect-benign: stateless-mutable-global "never written"
const int &ground() { return GroundOk; }
