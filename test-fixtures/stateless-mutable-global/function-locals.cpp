// Function-local statics: in functions, methods, lambdas, templates.
#include <string>
#include <vector>

int compute();

int next() {
  static int CounterBad = 0; // expect: stateless-mutable-global "CounterBad" "written by 'next' (increment)" confidence likely
  return ++CounterBad; // expect-fact: write CounterBad
}

int once() {
  static int ValueOk = compute(); // expect-benign: stateless-mutable-global "never written"
  static const int ConstantOk = compute(); // expect-benign: stateless-mutable-global "constant"
  static const std::vector<int> TableOk = {1, 2, 3}; // expect-benign: stateless-mutable-global "constant"
  static std::string PrefixOk = "p"; // expect-benign: stateless-mutable-global "never written"
  return ValueOk + ConstantOk + TableOk[0] + int(PrefixOk.size());
}

// A flag whose function tells that it was the first is state.
bool first() {
  static bool DoneBad = false; // expect: stateless-mutable-global "written by 'first' (assignment)"
  if (DoneBad)
    return false;
  DoneBad = true; // expect-fact: write DoneBad
  return true;
}

// One name in two functions, and twice in one function.
int same1() {
  static int SameBad; // expect: stateless-mutable-global "written by 'same1' (increment)"
  return ++SameBad;
}
int same2() {
  static int SameOk = 2; // expect-benign: stateless-mutable-global "never written"
  return SameOk;
}
int scopes(bool Flag) {
  if (Flag) {
    static int BlockOk = 1; // expect-benign: stateless-mutable-global "never written"
    return BlockOk;
  }
  static int BlockBad = 1; // expect: stateless-mutable-global "written by 'scopes' (compound assignment)"
  return BlockBad *= 2;
}

struct Parser {
  int Own = 0;
  Parser() {
    static int MadeBad; // expect: stateless-mutable-global "written by 'Parser::Parser' (increment)"
    ++MadeBad; // expect-fact: write MadeBad
  }
  int parse() const {
    static int RunsBad; // expect: stateless-mutable-global "written by 'Parser::parse' (increment)" confidence likely
    return Own + RunsBad++;
  }
  static int reset() {
    static int ResetsBad; // expect: stateless-mutable-global "written by 'Parser::reset' (assignment)"
    return ResetsBad = 0;
  }
  virtual ~Parser() {
    static int GoneBad; // expect: stateless-mutable-global "written by 'Parser::~Parser' (increment)"
    GoneBad++;
  }
  static int bound() {
    static int BoundOk = compute(); // expect-benign: stateless-mutable-global "never written"
    return BoundOk;
  }
};

int lambdas() {
  auto Count = [] {
    static int CallsBad = 0; // expect: stateless-mutable-global "lambda in 'lambdas'" "(increment)"
    return ++CallsBad; // expect-fact: write CallsBad
  };
  auto Generic = [](auto Value) {
    static int SeenBad = 0; // expect: stateless-mutable-global "SeenBad" "(increment)"
    static const int BaseOk = 1; // expect-benign: stateless-mutable-global "constant"
    ++SeenBad; // expect-fact: write SeenBad
    return int(Value) + BaseOk;
  };
  auto Fixed = [] {
    static int SeedOk = compute(); // expect-benign: stateless-mutable-global "never written"
    return SeedOk;
  };
  return Count() + Generic(1) + Generic(2L) + Fixed();
}

// A lambda writes the static of the function around it.
int around() {
  static int AroundBad = 0; // expect: stateless-mutable-global "lambda in 'around'" "(compound assignment)" confidence likely
  auto Add = [](int N) { AroundBad += N; }; // expect-fact: write AroundBad
  Add(1);
  return AroundBad;
}

template <typename T> int templated(T Value) {
  static int CallsBad = 0; // expect: stateless-mutable-global "written by 'templated' (increment)"
  static T LastBad{}; // expect: stateless-mutable-global "written by 'templated' (assignment)"
  static int FixedOk = compute(); // expect-benign: stateless-mutable-global "never written"
  LastBad = Value; // expect-fact: write LastBad
  return ++CallsBad + FixedOk; // expect-fact: write CallsBad
}
int instantiate() { return templated(1) + templated('c') + templated(2.0); }

// In an inline function all units share the object; all its writers are here.
inline int shared() {
  static int InlineBad = 0; // expect: stateless-mutable-global "written by 'shared' (increment)" confidence likely
  static int InlineOk = compute(); // expect-benign: stateless-mutable-global "never written"
  return ++InlineBad + InlineOk;
}
int callShared() { return shared(); }

// In a local class, in a loop, and of a type that the function defines.
int localClass() {
  struct Step {
    int N;
    int advance() {
      static int TakenBad = 0; // expect: stateless-mutable-global "TakenBad" "(compound assignment)"
      return TakenBad += N;
    }
  };
  for (int I = 0; I < 3; ++I) {
    static int LoopBad = 0; // expect: stateless-mutable-global "written by 'localClass' (compound assignment)"
    LoopBad |= I;
  }
  static Step LastBad; // expect: stateless-mutable-global "written by 'localClass' (assignment)"
  LastBad.N = 1; // expect-fact: write LastBad
  return Step{2}.advance() + LastBad.N;
}

// A lambda that initialises a static runs once; it writes its own locals.
int initialised() {
  static const std::vector<int> SquaresOk = [] { // expect-benign: stateless-mutable-global "constant"
    std::vector<int> V;
    for (int I = 0; I < 4; ++I)
      V.push_back(I * I);
    return V;
  }();
  static int &CellBad = *new int(0); // expect: stateless-mutable-global "written by 'initialised' (assignment)"
  CellBad = SquaresOk[2];
  return CellBad;
}
