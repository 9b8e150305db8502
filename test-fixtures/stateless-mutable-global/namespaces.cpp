// Nested, anonymous and inline namespaces, and names that using brings in.
#include <string>

namespace app::core {
int DepthBad; // expect: stateless-mutable-global "written by 'app::core::descend' (increment)" confidence likely
void descend() { ++DepthBad; } // expect-fact: write DepthBad
int WidthBad; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
} // namespace app::core

namespace {
int HiddenBad; // expect: stateless-mutable-global "written by 'reveal' (assignment)" confidence likely
int HiddenOk = 4; // expect-benign: stateless-mutable-global "never written"
namespace inner {
std::string LabelBad; // expect: stateless-mutable-global "written by 'reveal' (assignment)" confidence likely
std::string LabelOk = "x"; // expect-benign: stateless-mutable-global "never written"
} // namespace inner
} // namespace

void reveal() {
  HiddenBad = HiddenOk;              // expect-fact: write HiddenBad
  inner::LabelBad = inner::LabelOk;  // expect-fact: write LabelBad
}

namespace app {
namespace {
int PrivateOk = 1; // expect-benign: stateless-mutable-global "never written"
int PrivateBad; // expect: stateless-mutable-global "written by 'app::flip' (compound assignment)" confidence likely
} // namespace
void flip() { PrivateBad ^= PrivateOk; }

inline namespace v2 {
int VersionedBad; // expect: stateless-mutable-global "written by 'app::flip2' (assignment)" confidence likely
}
void flip2() { VersionedBad = 2; } // expect-fact: write VersionedBad
} // namespace app

// Reached by a using declaration, a using directive and a namespace alias.
namespace data {
static int PickedBad; // expect: stateless-mutable-global "written by 'pick' (assignment)"
static int OpenedBad; // expect: stateless-mutable-global "written by 'reach' (increment)"
static int AliasedBad; // expect: stateless-mutable-global "written by 'aliased' (assignment)"
static int AliasedOk; // expect-benign: stateless-mutable-global "never written"
} // namespace data
using data::PickedBad;
void pick() { PickedBad = 1; } // expect-fact: write PickedBad
void reach() {
  using namespace data;
  OpenedBad++; // expect-fact: write OpenedBad
}
namespace short_name = data;
int aliased() {
  short_name::AliasedBad = 5; // expect-fact: write AliasedBad
  return short_name::AliasedOk;
}

// Two entities of one name in two namespaces are two state objects.
namespace left {
static int SameOk = 1; // expect-benign: stateless-mutable-global "never written"
int peek() { return SameOk; }
} // namespace left
namespace right {
static int SameBad = 1; // expect: stateless-mutable-global "written by 'right::poke' (assignment)"
void poke() { SameBad = left::peek(); }
} // namespace right
