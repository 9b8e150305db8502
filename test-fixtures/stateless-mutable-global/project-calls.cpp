// Calls of project functions and methods: their bodies decide.
#include <memory>
#include <vector>

// Functions that take a reference or a pointer, through several calls.
struct Point {
  int X = 0, Y = 0;
};
void setX(Point &P) { P.X = 1; }
void setY(Point *P) { P->Y = 2; }
void viaSetX(Point &P) { setX(P); }
int readX(Point &P) { return P.X; }
void copyIn(Point P) { P.X = 3; }
void unknown(Point &P);
template <typename T> void setAny(T &Target) { Target = T(); }

static Point ReferenceBad; // expect: stateless-mutable-global "written by 'project' (passed to '" "setX'"
static Point PointerBad; // expect: stateless-mutable-global "written by 'project' (passed to '" "setY'"
static Point IndirectBad; // expect: stateless-mutable-global "written by 'project' (passed to '" "viaSetX'"
static Point UnknownBad; // expect: stateless-mutable-global "written by 'project' (passed to '" "unknown'"
static Point TemplateBad; // expect: stateless-mutable-global "written by 'project' (passed to '" "setAny'"
static Point LambdaBad; // expect: stateless-mutable-global "LambdaBad" "written by"
static Point ReadOk; // expect-benign: stateless-mutable-global "never written"
static Point ValueOk; // expect-benign: stateless-mutable-global "never written"
void project() {
  setX(ReferenceBad);   // expect-fact: write ReferenceBad
  setY(&PointerBad);    // expect-fact: write PointerBad
  viaSetX(IndirectBad); // expect-fact: write IndirectBad
  unknown(UnknownBad);  // expect-fact: write UnknownBad
  setAny(TemplateBad);  // expect-fact: write TemplateBad
  auto Set = [](Point &P) { P.Y = 4; };
  Set(LambdaBad);
  (void)readX(ReadOk);
  copyIn(ValueOk);
}

// Methods that are not const.
struct Gauge {
  int Level = 0;
  std::vector<int> Past;
  int peek() { return Level; }
  int sum() {
    int Sum = 0;
    for (int N : Past)
      Sum += N;
    return Sum;
  }
  void raise() { ++Level; }
  void raiseTwice() { raise(), raise(); }
  void record(int N) { this->Past.push_back(N); }
  int &level() { return Level; }
  void declaredOnly();
};
static Gauge RaisedBad; // expect: stateless-mutable-global "written by 'gauges' (call of '" "raise'"
static Gauge TwiceBad; // expect: stateless-mutable-global "written by 'gauges' (call of '" "raiseTwice'"
static Gauge RecordedBad; // expect: stateless-mutable-global "written by 'gauges' (call of '" "record'"
static Gauge ThroughBad; // expect: stateless-mutable-global "ThroughBad" "written by 'gauges'"
static Gauge OpaqueBad; // expect: stateless-mutable-global "written by 'gauges' (call of '" "declaredOnly'"
static Gauge PeekedOk; // expect-benign: stateless-mutable-global "never written"
int gauges() {
  RaisedBad.raise();        // expect-fact: write RaisedBad
  TwiceBad.raiseTwice();    // expect-fact: write TwiceBad
  RecordedBad.record(1);    // expect-fact: write RecordedBad
  ThroughBad.level() = 2;   // expect-fact: write ThroughBad
  OpaqueBad.declaredOnly(); // expect-fact: write OpaqueBad
  return PeekedOk.peek() + PeekedOk.sum() + PeekedOk.level();
}

// Virtual calls: an override that writes counts.
struct Base {
  virtual ~Base() = default;
  virtual void run() {}
  virtual int ask() { return 0; }
};
struct Derived : Base {
  int Runs = 0;
  void run() override { ++Runs; }
  int ask() override { return 1; }
};
static Derived VirtualBad; // expect: stateless-mutable-global "VirtualBad" "written by 'dispatch'"
static Derived AskedOk; // expect-benign: stateless-mutable-global "never written"
static std::unique_ptr<Base> HeldBad = std::make_unique<Derived>(); // expect: stateless-mutable-global "HeldBad" "written by 'dispatch'"
int dispatch() {
  VirtualBad.run(); // expect-fact: write VirtualBad
  HeldBad->run();   // expect-fact: write HeldBad
  return AskedOk.ask();
}
