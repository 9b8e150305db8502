#include "actions.h"

static int AddedBad; // expect: stateless-mutable-global "written after start-up by 'add'" "'GET /pick'" confidence likely
static int DroppedBad; // expect: stateless-mutable-global "written after start-up by 'drop'" "'GET /pick'" confidence likely
static int OnlyBad; // expect: stateless-mutable-global "OnlyBad" "'GET /only'"
static int UpBad; // expect: stateless-mutable-global "written after start-up by 'Meter::up'" "'GET /turn'" confidence likely
static int DownBad; // expect: stateless-mutable-global "written after start-up by 'Meter::down'" "'GET /turn'" confidence likely
static int IgnoredBad; // expect: stateless-mutable-global "written after start-up by 'ignored'" confidence likely

static int add(const std::string &Text) { return AddedBad += int(Text.size()); }    // expect-fact: write AddedBad
static int drop(const std::string &Text) { return DroppedBad -= int(Text.size()); } // expect-fact: write DroppedBad
static int ignored(const std::string &) { return ++IgnoredBad; } // expect-fact: write IgnoredBad
// Its address is compared and never called.
static const Action NobodysOk = ignored;

Action pick(const std::string &Name) { return Name == "add" ? add : NobodysOk == drop ? nullptr : &drop; }
Action only() {
  return [](const std::string &Text) { return OnlyBad = int(Text.size()); }; // expect-fact: write OnlyBad
}
int Meter::up(int N) const { return UpBad += N; }     // expect-fact: write UpBad
int Meter::down(int N) const { return DownBad -= N; } // expect-fact: write DownBad
Turn turn(bool Up) {
  if (Up)
    return &Meter::up;
  return &Meter::down;
}
int apply(const Meter &M, Turn How, int N) { return (M.*How)(N); }
