//===- FlowAccesses.h - Writes and reads through pointers ------*- C++ -*-===//
//
// Which objects each function writes, or reads, by the points-to sets of the
// addresses that it does so at. What a function does to its own parameters and
// to *this is told where it is called, so that callers are told apart; of code
// that a library runs it is told there. It must not know phases or checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_FLOWACCESSES_H
#define STATELESS_ANALYSIS_FLOWACCESSES_H

#include "analysis/FlowKeys.h"
#include "analysis/FlowOrigins.h"
#include "analysis/VirtualMethods.h"
#include "llvm/ADT/DenseSet.h"
#include <map>
#include <set>

namespace stateless {

struct FlowAccess {
  ObjectId Object = UnknownObject;
  /// How a statement does it; Read: the call of Callee does.
  AccessKind How = AccessKind::Read;
  StringId Callee; ///< Qualified name; empty: a statement of the function.
  bool IsArgument = false; ///< Of the call of Callee; else it is the receiver.
  /// What is accessed is named there, or one of several that are.
  bool IsNamed = false;
  bool IsTold = false; ///< What is read goes to people, and nowhere else.
  Location Loc;
  uint32_t Among = 0; ///< How many objects it may be.

  auto operator<=>(const FlowAccess &) const = default;
};

/// An access to a field, of whatever object; or to a variable or field behind
/// whose pointer something is accessed that is not known.
struct FieldAccess {
  SymbolId Field;
  AccessKind How = AccessKind::Read; ///< As of FlowAccess.
  StringId Callee;
  bool IsArgument = false;
  bool Whole = true;   ///< False if it is a part of the field.
  bool IsTold = false; ///< As of FlowAccess.
  Location Loc;

  auto operator<=>(const FieldAccess &) const = default;
};

class FlowAccesses {
public:
  /// \p Told is Write or Read. The others must outlive this.
  FlowAccesses(const Program &Prog, const PointsTo &Points,
               const FlowKeys &Keys, const FlowOrigins &Sources,
               StatementKind Told);

  /// Sorted, each once. Unknown is not among the objects.
  llvm::ArrayRef<FlowAccess> of(const Function &F) const;

  /// The fields that \p F accesses by name; of an object that it makes or ends,
  /// not. Sorted, each once.
  llvm::ArrayRef<FieldAccess> fieldsOf(const Function &F) const;

private:
  using Origins = llvm::ArrayRef<Origin>;
  /// What of a function's parameters and object it accesses, a bit each.
  using Bits = uint64_t;

  static Bits bitOf(const Origin &O);
  bool isTold(const Function &F, size_t Body, StatementNumber N) const;
  Bits bitsOf(const Function &F) const { return Done[numberOf(F)]; }
  /// Of Done: functions come first, then groups of virtual calls.
  uint32_t numberOf(const Function &F) const {
    return static_cast<uint32_t>(&F - Prog.functions().data());
  }
  uint32_t numberOfGroup(uint32_t Group) const {
    return static_cast<uint32_t>(Prog.functions().size()) + Group;
  }
  void closeBits();
  /// A call that a method makes on its own object, or that gets it.
  struct OwnCall {
    const Function *Callee = nullptr;
    SymbolId Virtual; ///< The method that a virtual call names.
    Bits As = 0;      ///< What of the callee the object becomes.
    auto operator<=>(const OwnCall &) const = default;
  };
  void noteOwnCalls(const FlowContext &In, size_t Body, const Statement &S);
  bool isDoneOn(ObjectId Id, const Statement &Call, const Function &Callee);
  bool isDoneOn(TypeId Type, const Function &Method);
  void findRunByLibraries();
  void collect(const FlowContext &In);
  void collectRun(const FlowContext &In, size_t Body, StatementNumber Call,
                  Origins From, const Function &Callee, Bits Does,
                  std::vector<FlowAccess> &Into);
  void collectCall(const FlowContext &In, size_t Body, StatementNumber Call,
                   Origins From, std::vector<FlowAccess> &Into);
  bool isReadOutOfSight(const FlowContext &In, size_t Body,
                        StatementNumber Call) const;
  /// \p Callee: what gets it; null: nobody knows.
  void collectHanded(const FlowContext &In, size_t Body, const Statement &S,
                     const Function *Callee, Origins From, FlowAccess W,
                     std::vector<FlowAccess> &Into);
  bool isToldByCallers(const FlowContext &In, const Origin &O) const;
  std::vector<ObjectId> objectsAt(const FlowContext &In, size_t Body,
                                  StatementNumber At, const Origin &O) const;
  bool isBoundAndDone(ObjectId Id, const Function &F, Bits Does) const;
  bool isObjectOf(ObjectId Id, const Function &F) const;
  Bits handedAs(const Function &F, size_t Body, const Statement &S,
                const Function &Callee) const;
  void addHolders(const FlowContext &In, size_t Body, StatementNumber At,
                  const FlowAccess &W);
  void addFields(const Function &F, size_t Body, StatementNumber At,
                 const FlowAccess &W);
  void add(llvm::ArrayRef<ObjectId> Objects, FlowAccess W,
           std::vector<FlowAccess> &Into) const;

  const Program &Prog;
  const PointsTo &Points;
  const FlowKeys &Keys;
  const FlowOrigins &Sources;
  const StatementKind Told;
  std::vector<Bits> Done; ///< By number.
  VirtualMethods Virtuals;
  /// Methods that access their object by themselves.
  llvm::DenseSet<const Function *> Themselves;
  llvm::DenseMap<const Function *, std::vector<OwnCall>> OwnCalls;
  llvm::DenseMap<std::pair<uint32_t, const Function *>, bool> DoneOn;
  llvm::DenseMap<const Function *, bool> RunByLibrary;
  /// Where a function is called for which it has clones.
  std::map<const Function *, std::set<std::pair<const Function *, Location>>>
      Places;
  llvm::DenseMap<const Function *, std::vector<FlowAccess>> Accesses;
  llvm::DenseMap<const Function *, std::vector<FieldAccess>> Fields;
};

} // namespace stateless

#endif
