#ifndef WIDGET_H
#define WIDGET_H

#include <string>
#include <vector>

class Widget {
public:
  Widget() : Id(++MadeBad) {} // expect-fact: write MadeBad
  void show() const { ++ShownBad; } // expect-fact: write ShownBad
  static void rename(const std::string &To);
  static int limit() { return LimitOk; }
  int Id;
  static std::vector<int> HistoryBad;
  static const int StepOk = 3;
  static constexpr int WidthOk = 4; // expect-benign: stateless-mutable-global "constant"

private:
  static int MadeBad;
  static inline int ShownBad = 0; // expect: stateless-mutable-global "ShownBad" "written by 'Widget::show'" "'GET /widget'" confidence proven
  static std::string NameBad;
  static int LimitOk;
  static thread_local int DepthBad;
  friend int nest(int N);
};
int nest(int N);

inline int InlineBad = 0; // expect: stateless-mutable-global "InlineBad" "written by 'nest'" "'GET /widget'" confidence proven
inline int InlineOk = 2; // expect-benign: stateless-mutable-global "never written"
inline thread_local std::string ScratchBad; // expect: stateless-mutable-global "ScratchBad" "'GET /widget'" confidence proven
// Each unit that includes this has a copy of its own.
static int CopiesBad; // expect: stateless-mutable-global "CopiesBad" "written by 'nest'" confidence proven

inline int nextId() {
  static int IdBad = 0; // expect: stateless-mutable-global "IdBad" "written by 'nextId'" "'GET /widget'" confidence proven
  return ++IdBad; // expect-fact: write IdBad
}

#endif
