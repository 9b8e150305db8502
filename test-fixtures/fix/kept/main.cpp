// Nothing here may become const: it would not compile, or nobody can be sure.
#include "kept.h"

#define DEFINE(NAME) static int NAME = 1
#define CHECKED static int
#define NAMED(NAME) NAME##Variable

struct Counter {
  int N = 0;
  int next() { return ++N; }
  int peek() { return N; } // not const, only reads
  int value() const { return N; }
  operator int &() { return N; }
};
struct Bare {
  int N;
};
struct Base {
  int Id = 1;
};
struct Derived : Base {};
struct Node {
  Node *Next;
};
template <int &R> struct ByReference {
  static int get() { return R; }
};
template <int *P> int byPointer() { return *P; }
template <typename T> int forwarded(T &&V) { return static_cast<int>(V); }
template <typename T> int deduced(T &) { return std::is_const_v<T> ? 1 : 2; }
int overloaded(int &) { return 1; }
int overloaded(const int &) { return 2; }
int first(int *List) { return List[0]; }
int length(char *S) { return static_cast<int>(std::strlen(S)); }

int Elsewhere = 1;
std::string ElsewhereText = "text";
int ByHand = 3;

DEFINE(FromMacro);
CHECKED TypeFromMacro = 2;
static int NAMED(Name) = 3;
static int One = 1, Two = 2;
static int (Parenthesised) = 3;
static volatile int Volatile = 4;
static thread_local int PerThread = 5;
static int Uninitialised;
static Bare Uninitialised2;
static struct Inline {
  int A;
} Embedded = {1};
static int Unused [[gnu::used]] = 1;
extern "C" {
int LinkageOfC = 1;
}
template <typename T> T Variable = T(1);

static int Address = 1;
static int Reference = 1;
static int Decltype = 1;
static int DecltypeAuto = 1;
static int Returned = 1;
static int Argument = 1;
static int NonType = 1;
static int NonTypePointer = 1;
static int Swapped1 = 1, Swapped2 = 2;
static int Forwarded = 1;
static int Deduced = 1;
static int Overloaded = 1;
static int Captured = 1;
static int InLambda = 1;
static int Tied = 1;
static int InTemplate = 1;
static int Bound[2] = {1, 2};
static int List[2] = {1, 2};
static int Assembly = 1;
static char Chars[] = "chars";
static char Searched[] = "searched";
static char Number[] = "12";
static char *Words[] = {Chars, nullptr};
static Counter Counted;
static Counter Peeked;
static Counter Converted;
static Node Cycle = {&Cycle};
static std::string Moved = "moved";
static std::string Named = "named";
static std::vector<int> Iterated{1};
static std::vector<bool> Bits{true};
static std::vector<bool> MoreBits{true};
static std::vector<const char *> Literals{"a"};
static std::map<std::string, int> Found{{"a", 1}};
static std::vector<std::string> Looped{"a"};
static std::pair<int, int> Unpacked{1, 2};
static Base ChosenBase;
static Derived ChosenDerived;
static int Chosen1 = 1, Chosen2 = 2;
static int Chosen3 = 3;
static int Selected = 1;
static int Defaulted = 1;
static int Typeof = 1;

static int withDefault(int &N = Defaulted) { return N; }
static decltype(auto) exact() { return (DecltypeAuto); }
static int &returned() { return Returned; }
template <typename T> int pattern(T N) { return N + InTemplate; }
template <typename T> struct Holder {
  static inline int Shared = 1;
  static int get() {
    static int Local = 2;
    return Shared + Local;
  }
};

int main() {
  int Sum = FromMacro + TypeFromMacro + NAMED(Name) + One + Two + Parenthesised + Volatile;
  Sum += PerThread + Uninitialised + Uninitialised2.N + Embedded.A + LinkageOfC + Variable<int>;
  change();
  Sum += Elsewhere + static_cast<int>(ElsewhereText.size()) + read() + ByHand;

  int *Pointer = &Address;
  Sum += *Pointer;
  int &Alias = Reference;
  Sum += Alias;
  decltype(Decltype) Local = 1;
  ++Local;
  __typeof__(Typeof) Other = 1;
  ++Other;
  decltype(auto) Exact = exact();
  Sum += Exact + Local + Other + returned() + Decltype + Typeof;
  if (Sum < 0)
    increment(Argument);
  Sum += ByReference<NonType>::get() + byPointer<&NonTypePointer>();
  if (Sum < 0)
    std::swap(Swapped1, Swapped2);
  Sum += Swapped1 + Forwarded + forwarded(Forwarded) + deduced(Deduced) + overloaded(Overloaded);
  Sum += [&R = Captured] { return R; }();
  Sum += [&] { return Sum < 0 ? ++InLambda : InLambda; }();
  std::tie(Tied, std::ignore) = std::make_pair(4, 5);
  Sum += Tied + pattern(1);
  auto &[First, Second] = Bound;
  Sum += First + Second + first(List);
  __asm__("" : "+r"(Assembly));
  Sum += length(Chars) + static_cast<int>(std::strtol(Number, nullptr, 10));
  if (char *Hit = std::strchr(Searched, 'x'))
    *Hit = 'y';
  for (char **Word = Words; *Word; ++Word)
    std::puts(*Word);
  int &Inside = Converted;
  Sum += Counted.next() + Peeked.peek() + Inside + (Cycle.Next == &Cycle);
  std::string Taken = std::move(Moved);
  std::string &Same = Named;
  Sum += static_cast<int>(Taken.size() + Same.size());
  for (auto It = Iterated.begin(); It != Iterated.end(); ++It)
    Sum += *It;
  for (auto Bit : Bits)
    Sum += Bit;
  for (const auto &Bit : MoreBits)
    Sum += Bit;
  for (const std::string &Text : Literals)
    Sum += static_cast<int>(Text.size());
  auto It = Found.find("a");
  Sum += It->second;
  for (auto &Text : Looped)
    Sum += static_cast<int>(Text.size());
  auto &[Left, Right] = Unpacked;
  Sum += Left + Right + withDefault() + Holder<int>::get();
  (Sum ? Chosen1 : Chosen3) += Chosen2;
  int &Picked = Sum ? Selected : Sum;
  Sum += (Sum ? ChosenBase : ChosenDerived).Id + Picked;
  std::printf("%d\n", Sum);
  return 0;
}
