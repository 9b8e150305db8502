// Static data members: in class, out of class, inline, in class templates.
#include <string>
#include <vector>

struct Widget {
  int Id;
  static int MadeBad;
  static inline int LiveBad = 0; // expect: stateless-mutable-global "LiveBad" "written by 'Widget::Widget' (increment)" "written by 'Widget::~Widget' (increment)" confidence likely
  static const int LimitOk = 3;
  static constexpr int StepOk = 1; // expect-benign: stateless-mutable-global "constant"
  static inline const std::string KindOk = "widget"; // expect-benign: stateless-mutable-global "constant"
  static inline std::string TitleBad = "widget"; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
  static thread_local int NestingBad;
  Widget() : Id(++MadeBad) { ++LiveBad; } // expect-fact: write MadeBad expect-fact: write LiveBad
  ~Widget() { --LiveBad; } // expect-fact: write LiveBad
  static void rename(const std::string &) {}
  void nest() { NestingBad += StepOk; } // expect-fact: write NestingBad
};
int Widget::MadeBad = 0; // expect: stateless-mutable-global "MadeBad" "written by 'Widget::Widget' (increment)" confidence likely
const int Widget::LimitOk; // expect-benign: stateless-mutable-global "constant"
thread_local int Widget::NestingBad; // expect: stateless-mutable-global "written by 'Widget::nest' (compound assignment)"

// Written from outside of the class, by name and through an object.
struct Gauge {
  int Own = 0;
  static int LevelBad;
  static int PeakBad;
  static int QuietBad;
};
int Gauge::LevelBad; // expect: stateless-mutable-global "written by 'raise' (assignment)" confidence likely
int Gauge::PeakBad; // expect: stateless-mutable-global "written by 'raise' (assignment)" confidence likely
int Gauge::QuietBad; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
void raise(Gauge &G, int N) {
  Gauge::LevelBad = N; // expect-fact: write LevelBad
  G.PeakBad = N;       // expect-fact: write PeakBad
  G.Own = N;
}

// In an anonymous namespace the unit knows all writers.
namespace {
struct Local {
  int Own = 0;
  static inline int CountBad = 0; // expect: stateless-mutable-global "written by 'touch' (increment)" confidence likely
  static inline int BoundOk = 8; // expect-benign: stateless-mutable-global "never written"
};
} // namespace
int touch() {
  Local L;
  return ++Local::CountBad + Local::BoundOk + L.Own;
}

// Declared only: its definition is in another unit.
struct Elsewhere {
  int Own;
  static int SharedOk;
};
void elsewhere() { Elsewhere::SharedOk = 1; }

// Members of class templates: the pattern is judged, once.
template <typename T> struct Tally {
  T Own;
  static int HitsBad;
  static T ValueBad;
  static std::vector<T> HistoryBad;
  static inline int InClassBad = 0; // expect: stateless-mutable-global "InClassBad" "(increment)"
  static constexpr int WidthOk = sizeof(T); // expect-benign: stateless-mutable-global "constant"
  void hit(T V) {
    ++HitsBad;               // expect-fact: write HitsBad
    ValueBad = V;            // expect-fact: write ValueBad
    HistoryBad.push_back(V); // expect-fact: write HistoryBad
    InClassBad++;            // expect-fact: write InClassBad
  }
};
template <typename T> int Tally<T>::HitsBad = 0; // expect: stateless-mutable-global "HitsBad" "(increment)"
template <typename T> T Tally<T>::ValueBad{}; // expect: stateless-mutable-global "ValueBad" "(assignment)"
template <typename T> std::vector<T> Tally<T>::HistoryBad; // expect: stateless-mutable-global "HistoryBad"
void tally() {
  Tally<int>{}.hit(1);
  Tally<long>{}.hit(2);
}

// Never instantiated: the pattern tells as much.
template <typename T> struct Unused {
  T Own;
  static int CallsBad;
  void call() { ++CallsBad; } // expect-fact: write CallsBad
};
template <typename T> int Unused<T>::CallsBad; // expect: stateless-mutable-global "CallsBad" "(increment)"

// A class inside a class, and a full specialisation's own member.
struct Outer {
  int Own;
  struct Inner {
    int Own;
    static int DeepBad;
  };
};
int Outer::Inner::DeepBad = 1; // expect: stateless-mutable-global "written by 'deepen' (increment)" confidence likely
void deepen() { ++Outer::Inner::DeepBad; } // expect-fact: write DeepBad

template <typename T> struct Special {
  T Own;
};
template <> struct Special<int> {
  int Own;
  static int OnlyIntBad;
};
int Special<int>::OnlyIntBad = 0; // expect: stateless-mutable-global "written by 'special' (assignment)" confidence likely
void special() { Special<int>::OnlyIntBad = 4; } // expect-fact: write OnlyIntBad
