// Overloaded operators, conversions and literals, member and free, that write.
#include <compare>
#include <iostream>
#include <string>

struct Odometer {
  int Value = 0;
  Odometer &operator++() {
    ++Value;
    return *this;
  }
  Odometer &operator+=(int N) {
    Value += N;
    return *this;
  }
  int &operator[](int) { return Value; }
  const int &operator[](int) const { return Value; }
  int operator()(int N) { return Value = N; }
  int operator*() { return Value; } // not const, but only reads
  operator int() const { return Value; }
  bool operator==(const Odometer &) const = default;
};
Odometer &operator<<=(Odometer &O, int N) {
  O.Value <<= N;
  return O;
}
Odometer &operator--(Odometer &O) {
  --O.Value;
  return O;
}
int operator~(Odometer &O) { return ~O.Value; } // takes T&, only reads
std::ostream &operator<<(std::ostream &Out, const Odometer &O) { return Out << O.Value; }
std::istream &operator>>(std::istream &In, Odometer &O) { return In >> O.Value; }

static Odometer StepBad; // expect: stateless-mutable-global "StepBad" "written by 'drive'" confidence likely
static Odometer AddBad; // expect: stateless-mutable-global "AddBad" "written by 'drive'"
static Odometer IndexBad; // expect: stateless-mutable-global "IndexBad" "written by 'drive'"
static Odometer CallBad; // expect: stateless-mutable-global "CallBad" "written by 'drive'"
static Odometer ShiftBad; // expect: stateless-mutable-global "ShiftBad" "written by 'drive'"
static Odometer BackBad; // expect: stateless-mutable-global "BackBad" "written by 'drive'"
static Odometer InputBad; // expect: stateless-mutable-global "InputBad" "written by 'drive'"
static Odometer CopyBad; // expect: stateless-mutable-global "CopyBad" "written by 'drive' (assignment)"
static Odometer ReadOk; // expect-benign: stateless-mutable-global "never written"
int drive(int N) {
  ++StepBad;            // expect-fact: write StepBad
  AddBad += N;          // expect-fact: write AddBad
  IndexBad[0] = N;      // expect-fact: write IndexBad
  CallBad(N);           // expect-fact: write CallBad
  ShiftBad <<= N;       // expect-fact: write ShiftBad
  --BackBad;            // expect-fact: write BackBad
  std::cin >> InputBad; // expect-fact: write InputBad
  bool Same = ReadOk == CopyBad;
  CopyBad = ReadOk;     // expect-fact: write CopyBad
  std::cout << ReadOk;
  return *ReadOk + ~ReadOk + ReadOk[0] + Same + ReadOk;
}

// Operators that write globals themselves.
static int ComparedBad; // expect: stateless-mutable-global "operator<' (increment)" confidence likely
static int ConvertedBad; // expect: stateless-mutable-global "(increment)"
static int AllocatedBad; // expect: stateless-mutable-global "operator new' (compound assignment)"
static unsigned long long SpelledBad; // expect: stateless-mutable-global "(assignment)"
static int ConstructedBad; // expect: stateless-mutable-global "written by 'Key::Key' (increment)"
static int DestroyedBad; // expect: stateless-mutable-global "written by 'Key::~Key' (increment)"
static int DefaultedBad; // expect: stateless-mutable-global "(increment)"
struct Key {
  int N = ++DefaultedBad;
  Key() { ++ConstructedBad; }  // expect-fact: write ConstructedBad
  ~Key() { ++DestroyedBad; }   // expect-fact: write DestroyedBad
  bool operator<(const Key &O) const {
    ++ComparedBad; // expect-fact: write ComparedBad
    return N < O.N;
  }
  explicit operator bool() const { return ++ConvertedBad > 0; } // expect-fact: write ConvertedBad
  static void *operator new(std::size_t Size) {
    AllocatedBad += static_cast<int>(Size); // expect-fact: write AllocatedBad
    return ::operator new(Size);
  }
};
unsigned long long operator""_spelled(unsigned long long N) { return SpelledBad = N; } // expect-fact: write SpelledBad
bool compare() {
  Key A, B;
  delete new Key;
  return A < B && A && 3_spelled;
}
