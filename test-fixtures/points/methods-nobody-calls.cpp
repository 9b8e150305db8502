// args: -std=c++20
// A library's template may call methods by names that it knows, of what it is
// given, and of what it gets from that. Nobody calls the methods of others.
#include <cstdio>
#include <functional>
#include <iterator>
#include <memory>
#include <sys/socket.h>
#include <tuple>
#include <vector>

static int SizedBad; // expect: stateless-mutable-global "SizedBad" confidence possible
static int BaseBad; // expect: stateless-mutable-global "BaseBad" confidence possible
static int PartBad; // expect: stateless-mutable-global "PartBad" confidence possible
static int MadeBad; // expect: stateless-mutable-global "MadeBad" confidence possible
static int PackedBad; // expect: stateless-mutable-global "PackedBad" confidence possible
static int InnerBad; // expect: stateless-mutable-global "InnerBad" confidence possible
static int PointedBad; // expect: stateless-mutable-global "PointedBad" confidence possible
static int TracedBad; // expect: stateless-mutable-global "TracedBad" confidence possible
// The standard library's templates call by the names of the standard only.
static int ListedOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
// FP: the template calls another class' method of that name.
static int FP_Started; // expect: stateless-mutable-global "FP_Started"
static int PlainOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int UserOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"

struct Part { void reset() { ++PartBad; } };
struct Inner { void reset() { ++InnerBad; } };
struct Base { void reset() { ++BaseBad; } };
struct Sized : Base {
  unsigned long size() const { ++SizedBad; return 1; }
  Part part() const;
  Inner In;
};
struct Made { void reset() { ++MadeBad; } };
struct Packed { void reset() { ++PackedBad; } };
struct Pointed { void reset() { ++PointedBad; } };
struct Traced { void reset() { ++TracedBad; } };
struct Listed { void unused() { ++ListedOk; } };
struct Job { void start() {} };
template <class T> void runAll(T &All) { All.start(); }
void start() { ++FP_Started; }
// They hold what a library makes, and take it; that has none of them.
struct Plain {
  void used(const std::tuple<Packed> &) {}
  void unused() { ++PlainOk; }
  std::unique_ptr<int> Held;
};
template <class T> struct Own { T Value; };
struct User { void unused() { ++UserOk; } };

struct Config {
  int Port = 80;
  int save(const char *File) const;
};
int Config::save(const char *File) const {
  std::FILE *F = std::fopen(File, "w"); // expect-benign: stateless-local-file-write "written only by code that nothing calls"
  return F ? std::fclose(F) : -1;
}

int main() {
  Config C;
  Plain P;
  std::vector<Listed *> Listing;
  Job J;
  runAll(J);
  Own<User> U;
  Pointed At;
  Traced *Of = nullptr;
  std::unique_ptr<const char> Text;
  P.used(std::make_tuple(Packed()));
  std::invoke([] { return Made(); });
  auto Deleter = [](Traced *) {};
  std::unique_ptr<int, void (*)(int *)> Kept(nullptr, [](int *) {});
  std::shared_ptr<void> Shared(Of, Deleter);
  if (std::size(Sized()) == 1 && std::addressof(At))
    for (;;)
      if (accept(C.Port, nullptr, nullptr) < 0)
        return SizedBad + BaseBad + PartBad + MadeBad + PackedBad + InnerBad +
               PointedBad + TracedBad + PlainOk + UserOk + int(sizeof U) +
               ListedOk + FP_Started;
}
