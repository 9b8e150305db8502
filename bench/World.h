//===- World.h - The plan of a synthetic program ---------------*- C++ -*-===//
//
// Answers, for any class, function or variable of the program, what it is
// called and what it is like, without keeping more than a few bytes of each.
// It must not know how facts are laid out.
//
// The plan. Unit u is a header and a source with one class, 100 functions and
// a few variables; it includes a dozen headers of others, functions and all.
// 50 units are a module (a namespace and a folder). The first hundredth of the
// units is the core that all others use: of its units, and of all variables,
// few are popular and most are not (Zipf's law). Calls stay in the unit, go to
// its module, or to the core. A quarter of a module's classes derive from a
// base class of the module, a fifth of all from one base class of the core;
// both keep references. Some are singletons, some have only static members. Ten
// functions of each unit make one call chain through the program, one more a
// cycle. main starts each module, which registers handlers: 360 in 1,000 units,
// half of them by a function of the module that registers what it is given.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_WORLD_H
#define STATELESS_BENCH_WORLD_H

#include "SyntheticProgram.h"
#include <bit>
#include <optional>
#include <string>

namespace stateless::bench {

/// One number after another, the same on every machine (splitmix64).
class Random {
public:
  explicit Random(uint64_t Seed, uint64_t A = 0, uint64_t B = 0) : State(Seed) {
    State = next() ^ (A * 0x9e3779b97f4a7c15);
    State = next() ^ (B * 0xd1b54a32d192ed03);
  }

  uint64_t next() {
    uint64_t Z = State += 0x9e3779b97f4a7c15;
    Z = (Z ^ (Z >> 30)) * 0xbf58476d1ce4e5b9;
    Z = (Z ^ (Z >> 27)) * 0x94d049bb133111eb;
    return Z ^ (Z >> 31);
  }
  uint32_t below(uint32_t N) {
    return static_cast<uint32_t>(((next() >> 32) * N) >> 32);
  }
  bool chance(uint32_t Thousandths) { return below(1000) < Thousandths; }
  /// Below \p N; number k is about 1/(k+1) as likely as number 0.
  uint32_t popular(uint32_t N) {
    for (;;) {
      uint32_t Width = uint32_t(1) << below(std::bit_width(N));
      if (uint32_t Result = Width - 1 + below(Width); Result < N)
        return Result;
    }
  }
  /// One of a few, as likely as each stands in \p From.
  template <typename T, size_t N> T of(const T (&From)[N]) {
    return From[below(N)];
  }

private:
  uint64_t State;
};

enum class Role : uint8_t {
  Plain,
  Service,   ///< Unit 0: holds an object of each module.
  WideBase,  ///< Unit 1.
  Stage,     ///< The first unit of a module: what its classes derive from.
  Derived,   ///< From the stage of its module.
  Wide,      ///< From the wide base.
  Deep,      ///< From the class of the unit before.
  Singleton, ///< Hands out its one object.
  Monostate, ///< Only static members.
};

enum class FieldKind : uint8_t {
  Number,
  Size,
  Flag,
  Text,
  Texts,   ///< vector<string>
  Names,   ///< map<int, string>
  Objects, ///< vector<Class>
  Table,   ///< unordered_map<string, Class>
  Mutex,
  Atomic,
  Callback,  ///< function<void(int)>
  Constant,  ///< const int
  Object,    ///< Class
  Pointer,   ///< Class *
  Unique,    ///< unique_ptr<Class>
  Shared,    ///< shared_ptr<Class>
  Reference, ///< Class &, which the constructor is given
};

/// What a field or a variable is like.
struct Member {
  FieldKind Kind = FieldKind::Number;
  uint32_t Class = 0; ///< The unit of the class, if it holds one.
};

bool holdsClass(FieldKind Kind);
bool isContainer(FieldKind Kind);
bool isPointer(FieldKind Kind);

enum class ParameterKind : uint8_t {
  Number,
  Text,     ///< const string &
  Constant, ///< const Class &
  Mutable,  ///< Class &
  Pointer,  ///< Class *
};

struct ParameterPlan {
  ParameterKind Kind = ParameterKind::Number;
  uint32_t Class = 0;
};

/// The functions of a unit by index. Those below Methods stand in the header.
namespace slot {
constexpr uint32_t Constructor = 0, Accessor = 1, Getter = 2, Setter = 3,
                   Template = 4, Helper = 5;
constexpr uint32_t Methods = 6, Process = 6, Shutdown = 7;
constexpr uint32_t Free = 36, Register = 36, Start = 37, Save = 38, Store = 39,
                   Route = 40;
constexpr uint32_t Internal = 66;
constexpr uint32_t Lambdas = 80;
constexpr uint32_t Chain = 89;
constexpr uint32_t Ring = 99;
constexpr uint32_t End = 100;
constexpr uint32_t Main = 100; ///< In unit 0 alone.
} // namespace slot

struct FunctionId {
  uint32_t Unit = 0;
  uint32_t Slot = 0;
};

struct FunctionPlan {
  FunctionKind Kind = FunctionKind::Free;
  Linkage Link = Linkage::External;
  bool Const = false;
  bool Virtual = false;
  std::string Name, QualifiedName, Symbol;
  std::vector<ParameterPlan> Parameters;
  std::vector<FunctionId> Overrides;
};

class World {
public:
  static constexpr uint32_t ModuleSize = 50;

  explicit World(const Shape &S);

  const Shape Form;
  const uint32_t Core;  ///< Number of core units.
  const uint32_t Chain; ///< Functions in the deep chain.

  Random random(uint64_t A, uint64_t B) const {
    return Random(Form.Seed, A, B);
  }

  uint32_t moduleStart(uint32_t Unit) const { return Unit - Unit % ModuleSize; }
  uint32_t unitOfModule(uint32_t Unit, Random &R) const;
  uint32_t coreUnit(Random &R) const { return R.popular(Core); }

  /// Every other module registers its routes by a function of its own.
  bool hasRouteFunction(uint32_t Unit) const {
    return Unit % (2 * ModuleSize) >= ModuleSize;
  }

  std::string moduleName(uint32_t Unit) const;
  std::string className(uint32_t Unit) const;
  std::string qualifiedClass(uint32_t Unit) const;
  std::string classSymbol(uint32_t Unit) const; ///< Ends "@S@Name".
  std::string header(uint32_t Unit) const;
  std::string source(uint32_t Unit) const;

  Role role(uint32_t Unit) const;
  std::optional<uint32_t> base(uint32_t Unit) const;
  /// The class of the object that constructors are given a reference to: the
  /// service, or for what derives from the wide base an object of that (a
  /// parent).
  uint32_t keptClass(uint32_t Unit) const;
  bool isDerived(uint32_t Unit) const { return base(Unit).has_value(); }

  const std::vector<Member> &fields(uint32_t Unit) const {
    return Fields[Unit];
  }
  std::string fieldName(uint32_t Unit, uint32_t Index) const;
  std::string fieldSymbol(uint32_t Unit, uint32_t Index) const;

  FunctionPlan function(FunctionId Id) const;

private:
  Member drawField(uint32_t Unit, Random &R) const;
  void nameFunction(FunctionId Id, FunctionPlan &Plan) const;
  std::string parameterSymbols(const FunctionPlan &Plan) const;

  std::vector<std::vector<Member>> Fields;
};

} // namespace stateless::bench

#endif
