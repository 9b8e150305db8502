//===- PointsTo.h - What a pointer may be ----------------------*- C++ -*-===//
//
// One inclusion-based points-to analysis over a whole program (L. O. Andersen,
// Program Analysis and Specialization for the C Programming Language, 1994):
// field-sensitive, objects by the place that makes them, elements of a
// container or array as one. Functions and closures are objects too, so what
// an indirect call runs falls out of it. Unknown is an object: what escapes, a
// bound that is reached, and code that is not in sight lead to it, and nothing
// is dropped. It must not know policy, nor when anything happens.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_POINTSTO_H
#define STATELESS_ANALYSIS_POINTSTO_H

#include "facts/Program.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>
#include <vector>

namespace stateless {

enum class ObjectKind : uint8_t {
  Unknown,
  Variable, ///< Symbol; also a local that has a name as a fact.
  Local,    ///< A local, temporary, parameter or result of In.
  New,      ///< Made by In, on the heap.
  Function, ///< The function Symbol.
  Member,   ///< A pointer to the member Symbol leads to it.
  Part,     ///< A field (Symbol) or, without a symbol, the elements of Parent.
};

using ObjectId = uint32_t;
constexpr ObjectId NoObject = ~0U;
constexpr ObjectId UnknownObject = 0;

/// Something in memory, as the analysis tells it apart.
struct Object {
  ObjectKind Kind = ObjectKind::Unknown;
  SymbolId Symbol;
  SymbolId Called; ///< Its operator(), if it can be called.
  TypeId Type;     ///< Unknown for elements.
  /// Of elements: the type of the library's object that they are in, if that
  /// says which classes of the program they can be of.
  TypeId Within;
  ObjectId Parent = NoObject;
  const Function *In = nullptr;
  Location Loc;
};

constexpr uint32_t NoContext = ~0U;

/// A function's bodies as they were analysed: for all of its callers together
/// or, for a small function, once for each place that calls it, so that what it
/// does to the objects of one caller is not told of another's. Code that is run
/// later is looked at once for each closure, and for each place that hands it
/// over.
struct FlowContext {
  const Function *F = nullptr;
  /// Of a clone: the function at whose place Site it is called (by way of other
  /// clones), and the function that is called there. Else Root is F.
  const Function *Root = nullptr;
  Location Site;
  StringId Callee;
  /// Of a clone: the context that calls it, and where.
  uint32_t Caller = NoContext;
  Location At;
  uint32_t Of = NoContext; ///< The context of Root that it is part of.
  size_t FirstValue = 0;   ///< Of the first body; the others follow.
  /// For one closure, or for one place that hands F over to be run later.
  bool Later = false;
  /// It stands for nobody: all that call Root have contexts of their own.
  bool Idle = false;

  bool isClone() const { return static_cast<bool>(Callee); }
};

/// What a call may run, and the context that stands for it there.
struct FlowTarget {
  const Function *F = nullptr;
  uint32_t In = NoContext;

  auto operator<=>(const FlowTarget &) const = default;
};

/// Code that a library is handed to be run later.
struct FlowHandler {
  uint32_t In = NoContext; ///< The context that hands it over,
  size_t Body = 0;         ///< by this statement.
  StatementNumber Number = 0;
  FlowTarget What;

  auto operator<=>(const FlowHandler &) const = default;
};

/// Where an object becomes known to code out of sight, itself or by way of what
/// refers to it: the first place in the order of the program. Where a bound was
/// reached, a place that names it.
enum class EscapeKind : uint8_t {
  Address,   ///< It is stored, or shown, where nobody follows it.
  Returned,  ///< By a function that code out of sight may call.
  Argument,  ///< Of a call of Callee.
  Receiver,  ///< Of a call of Callee.
  Dependent, ///< Template arguments that nobody gives decide.
};
struct EscapeSite {
  const Function *By = nullptr;
  Location Loc;
  StringId Callee; ///< Qualified name.
  EscapeKind Kind = EscapeKind::Address;
  bool Itself = false; ///< The object itself, not by way of another.
};

/// The functions that a call may run, sorted by their place in the program.
struct CallTargets {
  llvm::ArrayRef<const Function *> Bodies;
  /// Virtual calls of a method with many targets share them: they are in one
  /// group.
  std::optional<uint32_t> Group;
};

/// False if the type of \p What is one that an object of class \p Wanted, or of
/// one that derives from it, cannot have.
bool mayBe(const Program &Prog, const Object &What, SymbolId Wanted);

/// False if the type of \p What is one that parameter \p Parameter of \p F
/// cannot refer or point to.
bool mayReferTo(const Program &Prog, const Function &F, uint32_t Parameter,
                const Object &What);

/// The bodies that are run when \p What is called: of a function, or an object
/// with one operator() or several.
llvm::SmallVector<const Function *, 1> bodiesOf(const Program &Prog,
                                                const Object &What);

/// True if a framework calls \p F on objects of its class.
bool isRunByFramework(const Function &F);

class PointsToSolver;

class PointsTo {
public:
  /// \p Prog must outlive this.
  explicit PointsTo(const Program &Prog);

  const Object &object(ObjectId Id) const { return Objects[Id]; }
  size_t size() const { return Objects.size(); }

  /// The function that is run when \p Id is called; empty: it is no code.
  SymbolId codeOf(ObjectId Id) const {
    const Object &O = Objects[Id];
    return O.Kind == ObjectKind::Function ? O.Symbol : O.Called;
  }

  llvm::ArrayRef<FlowContext> contexts() const { return Contexts; }

  /// What statement \p Number of body \p Body may give in \p In, sorted; an
  /// address stands for the object there.
  llvm::ArrayRef<ObjectId> of(const FlowContext &In, size_t Body,
                              StatementNumber Number) const;

  /// What may be stored in \p Id itself, parts apart. Sorted.
  llvm::ArrayRef<ObjectId> contents(ObjectId Id) const;

  /// The fields of \p Id, and its elements.
  llvm::ArrayRef<ObjectId> parts(ObjectId Id) const {
    return llvm::ArrayRef(Parts).slice(FirstPart[Id],
                                       FirstPart[Id + 1] - FirstPart[Id]);
  }

  /// The object that \p Id is a part of, or \p Id.
  ObjectId root(ObjectId Id) const;

  /// True if code out of sight may read and write \p Id at any time.
  bool escapes(ObjectId Id) const { return Escaped[Id]; }
  /// True if a library that runs code of the program may hand over \p Id to it.
  bool isLent(ObjectId Id) const;
  /// Where it escapes; By is null if nothing in the program names it.
  EscapeSite escapeOf(ObjectId Id) const { return Escapes.lookup(Id); }

  /// What the call at statement \p Number (not 0) may run; nothing if all of
  /// that is out of sight.
  CallTargets targets(const FlowContext &In, size_t Body,
                      StatementNumber Number) const;
  /// How many groups of calls there are, and what the calls of one may run.
  size_t groupCount() const { return Groups.size(); }
  llvm::ArrayRef<const Function *> group(uint32_t Id) const {
    return list(Groups[Id]);
  }

  /// Of statement Run, if it registers something: the same with the contexts
  /// that stand for them. There may be several of one function.
  llvm::ArrayRef<FlowTarget> runs(const FlowContext &In, size_t Body,
                                  StatementNumber Number) const;

private:
  friend class PointsToSolver;

  llvm::ArrayRef<const Function *> list(uint32_t Id) const;
  static size_t valueAt(const FlowContext &In, size_t Body,
                        StatementNumber Number);

  std::vector<Object> Objects;
  std::vector<bool> Escaped;
  std::vector<ObjectId> Parts; ///< By the object that they are parts of.
  std::vector<uint32_t> FirstPart;
  std::vector<ObjectId> Lent; ///< Sorted.
  llvm::DenseMap<ObjectId, EscapeSite> Escapes;
  std::vector<std::vector<ObjectId>> Sets; ///< By node.
  std::vector<uint32_t> Contents;          ///< Node by object; ~0: none.
  std::vector<FlowContext> Contexts;
  /// By statement: a node, or an object if the top bit is set; ~0: none.
  std::vector<uint32_t> Values;
  std::vector<ObjectId> Same; ///< Same[I] is I, to hand out single objects.
  /// Lists of targets. The first are those of one function each, in the order
  /// of the program; the others are parts of Bodies.
  uint32_t Functions = 0;
  std::vector<const Function *> Bodies;
  std::vector<std::pair<size_t, size_t>> Lists; ///< Where, and how many.
  std::vector<uint32_t> TargetsAt; ///< By statement: a list; ~0: none.
  std::vector<uint32_t> Groups;    ///< Lists, sorted.
  llvm::DenseMap<uint32_t, std::vector<FlowTarget>> Runs;
};

} // namespace stateless

#endif
