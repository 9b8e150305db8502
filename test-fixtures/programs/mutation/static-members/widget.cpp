#include "widget.h"

int Widget::MadeBad = 0; // expect: stateless-mutable-global "MadeBad" "written by 'Widget::Widget'" "'GET /widget'" confidence proven
std::string Widget::NameBad; // expect: stateless-mutable-global "NameBad" "written by 'Widget::rename'" "'GET /widget'" confidence proven
std::vector<int> Widget::HistoryBad; // expect: stateless-mutable-global "HistoryBad" "'GET /widget'" confidence proven
const int Widget::StepOk; // expect-benign: stateless-mutable-global "constant"
int Widget::LimitOk = 5; // expect-benign: stateless-mutable-global "never written"
thread_local int Widget::DepthBad; // expect: stateless-mutable-global "DepthBad" "written by 'nest'" "'GET /widget'" confidence proven

void Widget::rename(const std::string &To) { NameBad = To; } // expect-fact: write NameBad

int nest(int N) {
  int Before = Widget::DepthBad;
  Widget::DepthBad = N; // expect-fact: write DepthBad
  CopiesBad += N;       // expect-fact: write CopiesBad
  InlineBad = N;        // expect-fact: write InlineBad
  return Before + InlineOk;
}
