// Near scratch, and none: what overwrites may not run, or only a part, or another
// object.
#include <httplib.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using httplib::Request, httplib::Response;

#define SET_IF(Condition, Of, Value)                                           \
  do {                                                                         \
    if (Condition)                                                             \
      (Of) = (Value);                                                          \
  } while (0)

static int MacroBad; // expect: stateless-mutable-global "MacroBad"
static int SwitchBad; // expect: stateless-mutable-global "SwitchBad"
static int LoopBad; // expect: stateless-mutable-global "LoopBad"
static int EitherABad; // expect: stateless-mutable-global "EitherABad"
static int EitherBBad; // expect: stateless-mutable-global "EitherBBad"
static int SwapBad; // expect: stateless-mutable-global "SwapBad"
static int FlagBad; // expect: stateless-mutable-global "FlagBad"
static int PointerBad; // expect: stateless-mutable-global "PointerBad"
static int GotoBad; // expect: stateless-mutable-global "GotoBad"
static int LambdaBad; // expect: stateless-mutable-global "LambdaBad"
static int AndBad; // expect: stateless-mutable-global "AndBad"
static int VirtualBad; // expect: stateless-mutable-global "VirtualBad"
static int GnuBad; // expect: stateless-mutable-global "GnuBad"
static int AliasElementBad[4]; // expect: stateless-mutable-global "AliasElementBad"
static std::vector<std::string> ItemsBad(3); // expect: stateless-mutable-global "ItemsBad"
static std::string MovedBad; // expect: stateless-mutable-global "MovedBad"
static std::string RefBad; // expect: stateless-mutable-global "RefBad"
static std::string TernaryBad; // expect: stateless-mutable-global "TernaryBad"
static std::string ThrownBad; // expect: stateless-mutable-global "ThrownBad"
static char SlotsBad[16]; // expect: stateless-mutable-global "SlotsBad"
static char FirstBad[16]; // expect: stateless-mutable-global "FirstBad"

static void setIf(int &Of, bool Sets, int N) {
  if (Sets)
    Of = N;
}
static void setAlways(int &Of, int N) { Of = N; }
static void setNothing(int &, int) {}
static int &pick(bool First) { return First ? EitherABad : EitherBBad; }
static void put(char *Into, size_t At) { Into[At % 16] = 'x'; }
static void putFirst(char *Into) { *Into = 'x'; }

// It may throw before it has set anything.
static void verify(const Request &Q) {
  if (Q.body.empty())
    throw std::runtime_error("empty");
}
static void parse(const Request &Q) {
  verify(Q);
  ThrownBad = Q.body;
}

namespace {
class Shape {
public:
  virtual ~Shape() = default;
  virtual void draw(int N) = 0;
};
class Setting : public Shape {
public:
  void draw(int N) override { VirtualBad = N; }
};
class Idle : public Shape {
public:
  void draw(int) override {}
};

// There are two of them: one is set, the other read.
class Pair {
public:
  void set(int N) { Value = N; }
  int get() const { return Value; }

private:
  int Value = 0;
};
class Cell {
public:
  int turn(Cell &Other, int N) {
    Other.Inside = N;
    return Inside;
  }

private:
  int Inside = 0;
};

// Each call goes on where the last one ended.
class Joined {
public:
  void add(const std::string &Text) { Used += static_cast<size_t>(snprintf(Buffer + Used, sizeof Buffer - Used, "%s", Text.c_str())); }
  const char *all() const { return Buffer; }

private:
  char Buffer[4096] = {};
  size_t Used = 0;
};
} // namespace

int main(int Count, char **) {
  httplib::Server Server;
  Pair OneBad, OtherBad; // expect: stateless-mutable-global "'Pair::Value'"
  // expect@-1: stateless-mutable-global "'Pair::Value'"
  std::vector<Cell> CellsBad(4); // expect: stateless-mutable-global "'Cell::Inside'"
  Joined AllBad; // expect: stateless-mutable-global "'Joined::Buffer', 'Joined::Used'"
  std::unique_ptr<Shape> Drawn = std::make_unique<Idle>(); // expect-benign: stateless-mutable-global "written only at start-up"
  if (Count > 1)
    Drawn = std::make_unique<Setting>();
  void (*Sets)(int &, int) = Count > 2 ? setAlways : setNothing;
  Server.Get("/", [&](const Request &Q, Response &R) {
    int N = static_cast<int>(Q.path.size()), Out = 0;
    bool Has = !Q.body.empty();
    SET_IF(Has, MacroBad, N);
    Out += MacroBad;
    switch (N) {
    case 1:
      SwitchBad = 1;
      break;
    case 2:
      SwitchBad = 2;
      break;
    }
    Out += SwitchBad;
    for (char C : Q.body)
      LoopBad = C;
    Out += LoopBad;
    int &Element = AliasElementBad[N % 4];
    Element = N;
    Out += AliasElementBad[1];
    pick(Has) = N;
    Out += EitherABad + EitherBBad;
    int Mine = N;
    if (Has)
      std::swap(SwapBad, Mine);
    Out += SwapBad;
    setIf(FlagBad, Has, N);
    Out += FlagBad;
    Sets(PointerBad, N);
    Out += PointerBad;
    Has && (AndBad = N);
    Out += AndBad;
    if (Has)
      goto Skip;
    GotoBad = N;
  Skip:
    Out += GotoBad;
    auto Perhaps = [&] { LambdaBad = N; };
    if (Has)
      Perhaps();
    Out += LambdaBad;
    Drawn->draw(N);
    Out += VirtualBad;
    Out += ({ GnuBad += N; GnuBad++; });
    ItemsBad[N % 3] = Q.body;
    Has ? (TernaryBad = Q.body) : (MovedBad = Q.body);
    put(SlotsBad, Q.path.size());
    putFirst(FirstBad);
    try {
      parse(Q);
    } catch (const std::runtime_error &) {
    }
    OneBad.set(N);
    Out += OtherBad.get();
    OtherBad.set(N + 1);
    Out += CellsBad[0].turn(CellsBad[1], N);
    AllBad.add(Q.path);
    R.set_content(ItemsBad[0] + TernaryBad + MovedBad + ThrownBad + SlotsBad + FirstBad + AllBad.all() + std::to_string(Out), "text/plain");
  });
  Server.Get("/reference", [&](const Request &Q, Response &R) {
    std::string &Alias = RefBad;
    R.set_content(Alias, "text/plain");
    Alias = Q.body;
  });
  Server.listen("0.0.0.0", 80);
}
