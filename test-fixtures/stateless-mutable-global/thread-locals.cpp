// thread_local: state of a worker thread, gone with it, seen by its next request.
#include <string>
#include <vector>

thread_local int DepthBad; // expect: stateless-mutable-global "written by 'enter' (increment)" confidence likely
static thread_local std::string ScratchBad; // expect: stateless-mutable-global "written by 'enter' (call of '" "append'" confidence likely
thread_local int UnseenBad = 1; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
static thread_local int FixedOk = 3; // expect-benign: stateless-mutable-global "never written"
thread_local const int LimitOk = 4; // expect-benign: stateless-mutable-global "constant"
static __thread int GnuBad; // expect: stateless-mutable-global "written by 'enter' (assignment)"
inline thread_local int InlineBad; // expect: stateless-mutable-global "written by 'enter' (increment)"

namespace {
thread_local std::vector<int> StackBad; // expect: stateless-mutable-global "written by 'enter' (call of '" "emplace_back'"
thread_local int BaseOk = 1; // expect-benign: stateless-mutable-global "never written"
} // namespace

int enter() {
  ++DepthBad;                    // expect-fact: write DepthBad
  ScratchBad.append("x");        // expect-fact: write ScratchBad
  GnuBad = FixedOk;              // expect-fact: write GnuBad
  InlineBad++;                   // expect-fact: write InlineBad
  StackBad.emplace_back(BaseOk); // expect-fact: write StackBad
  return LimitOk + UnseenBad;
}

int perThread() {
  thread_local int CallsBad; // expect: stateless-mutable-global "written by 'perThread' (increment)" confidence likely
  static thread_local int AlsoBad; // expect: stateless-mutable-global "written by 'perThread' (assignment)"
  thread_local int QuietOk = enter(); // expect-benign: stateless-mutable-global "never written"
  thread_local const std::string NameOk = "n"; // expect-benign: stateless-mutable-global "constant"
  AlsoBad = 1;
  return ++CallsBad + QuietOk + int(NameOk.size());
}
