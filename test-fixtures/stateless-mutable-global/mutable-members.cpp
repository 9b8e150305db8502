// Const objects with mutable members: judged by the writes to those.
#include <mutex>
#include <string>
#include <vector>

struct Memo {
  mutable int Hits = 0;
  mutable std::vector<int> Trace;
  int Limit = 3;
  int look() const { return ++Hits; }
  void trace() const { Trace.push_back(1); }
  int limit() const { return Limit; }
};
const Memo CountedBad; // expect: stateless-mutable-global "CountedBad" "written by 'memos'"
static const Memo TracedBad; // expect: stateless-mutable-global "written by 'memos' (call of '" "trace'"
const Memo PokedBad; // expect: stateless-mutable-global "written by 'memos' (assignment)"
const Memo PlainOk; // expect-benign: stateless-mutable-global "never written"
int memos() {
  TracedBad.trace();  // expect-fact: write TracedBad
  PokedBad.Hits = 1;  // expect-fact: write PokedBad
  return CountedBad.look() + PlainOk.limit(); // expect-fact: write CountedBad
}

// A mutable mutex guards what never changes.
struct Guarded {
  mutable std::mutex Lock;
  int Value = 4;
  int value() const {
    std::lock_guard<std::mutex> Hold(Lock);
    return Value;
  }
};
const Guarded GuardedOk;
int guarded() { return GuardedOk.value(); }

// A mutable member of a member, of a base, and of an element.
struct Holder {
  Memo Inner;
};
struct Derived : Memo {
  int Own = 0;
};
const Holder NestedBad{}; // expect: stateless-mutable-global "written by 'nested' (compound assignment)"
const Derived BaseBad{}; // expect: stateless-mutable-global "written by 'nested' (increment)"
const Memo ElementsBad[2]; // expect: stateless-mutable-global "ElementsBad" "written by 'nested'"
constexpr int LimitOk = 3; // expect-benign: stateless-mutable-global "constant"
void nested() {
  NestedBad.Inner.Hits += LimitOk; // expect-fact: write NestedBad
  ++BaseBad.Hits;                  // expect-fact: write BaseBad
  ElementsBad[1].trace();          // expect-fact: write ElementsBad
}

// As a function-local static and as a static member.
struct Label {
  mutable std::string Shown;
  std::string Name;
  const std::string &show() const {
    Shown = Name + "!";
    return Shown;
  }
  const std::string &name() const { return Name; }
};
struct Page {
  int Own;
  static const Label HeadBad;
  static const Label FootBad;
};
const Label Page::HeadBad{"", "head"}; // expect: stateless-mutable-global "HeadBad" "written by 'render'"
const Label Page::FootBad{"", "foot"}; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
std::string render() {
  static const Label LocalBad{"", "local"}; // expect: stateless-mutable-global "LocalBad" "written by 'render'"
  static const Label LocalOk{"", "still"}; // expect-benign: stateless-mutable-global "never written"
  return Page::HeadBad.show() + LocalBad.show() + LocalOk.name() + Page::FootBad.name();
}
