//===- PointsToSolver.h - Constraints of a points-to analysis --*- C++ -*-===//
//
// The working state of PointsTo while it is solved. Private to PointsTo*.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_POINTSTOSOLVER_H
#define STATELESS_ANALYSIS_POINTSTOSOLVER_H

#include "analysis/PointsTo.h"
#include "analysis/VirtualMethods.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <deque>

namespace stateless {

class PointsToSolver {
public:
  explicit PointsToSolver(const Program &Prog);

  void solve();
  void finish(PointsTo &Into);

private:
  using Node = uint32_t;
  static constexpr Node NoNode = ~0U;
  static constexpr uint32_t NoCall = ~0U;

  /// What a statement gives: nothing, one object for sure, or a node.
  struct Ref {
    static constexpr uint32_t ObjectBit = 1U << 31;
    uint32_t Bits = ~0U;
    explicit operator bool() const { return Bits != ~0U; }
    bool isObject() const { return *this && (Bits & ObjectBit); }
    ObjectId object() const { return Bits & ~ObjectBit; }
    Node node() const { return Bits; }
  };
  static Ref toObject(ObjectId Id) { return {Id | Ref::ObjectBit}; }

  enum class Kind : uint8_t {
    Load,     ///< Other gets what is stored at the objects of the node.
    OfClass,  ///< Other gets those that may be of the class Symbol.
    TakenFor, ///< Other gets those that code may take for one of that class.
    Store,    ///< What Other has is stored there.
    Field,    ///< Other gets their part Symbol.
    Element,  ///< Other gets their elements.
    MemberOf, ///< Other gets their members that Third leads to.
    Members,  ///< As MemberOf, seen from the pointers to members.
    CopyTo,   ///< They get all that the objects of Other hold.
    CopyFrom, ///< The objects of Other get all that they hold.
    Exposed,  ///< What they hold is read out of sight.
    Callee,   ///< They are called by call Other.
    Receiver, ///< They are the object of the virtual call Other.
    Given,    ///< They may be parameter Third of context Other, or what it
              ///< refers to.
  };
  struct Constraint {
    Kind What;
    uint32_t Other = 0;
    Node Third = NoNode;
    SymbolId Symbol;
    SymbolId Called; ///< Field: the operator() of the part, if it has one.
  };
  struct State {
    std::vector<ObjectId> Set;   ///< Sorted.
    std::vector<ObjectId> Fresh; ///< Of these, what was not handed on.
    llvm::SmallVector<Node, 2> To;
    llvm::SmallVector<uint32_t, 1> Constraints;
    bool Queued = false;
    bool Unbounded = false; ///< One of few: MaxSet is not for it.
  };
  struct Given {
    Ref What;
    uint32_t Index = 0;
    bool Object = false;
    bool ReadOnly = false;
  };
  /// One body of a function as it is called from one place, or from all places
  /// for which it is not told apart.
  struct Context {
    const Function *F = nullptr;
    /// The context around a clone, or that hands over what is run later.
    uint32_t Caller = NoContext;
    unsigned Depth = 0; ///< Of clones in clones.
    bool Seed = false;  ///< No call in the program is needed to run it.
    llvm::SmallVector<ObjectId, 4> Parameters;
    ObjectId Result = NoObject;
    Node This = NoNode, Returned = NoNode;
  };
  struct CallSite {
    uint32_t In = 0; ///< The context that calls.
    Location Loc;
    SymbolId Callee; ///< Empty: what Code leads to.
    StringId Name;   ///< Of Callee, if its body is not in the unit.
    Ref Code;
    bool Virtual = false, Run = false;
    bool Now = true;        ///< False: a library may run it at another time.
    bool Registers = false; ///< A model says that it does.
    Ref Receiver;
    bool ConstReceiver = false;
    bool Unseen = false; ///< Some of what it may run is out of sight.
    llvm::SmallVector<Given, 2> Args;
    Node Result = NoNode; ///< None if nobody uses it.
    llvm::SmallVector<FlowTarget, 1> Targets;
    /// Of a virtual call with many targets: the call that stands for all such
    /// calls of the method. There, Members are those calls.
    uint32_t Group = NoCall;
    llvm::SmallVector<uint32_t, 0> Members;
    llvm::SmallVector<ObjectId, 0>
        Bound; ///< Values kept beside the code that is called.
    llvm::SmallVector<ObjectId, 0> Codes; ///< All that may be called.
  };

  //===-- Building (PointsToBuild.cpp) ------------------------------------===//

  uint32_t contextOf(const Function &F);
  uint32_t seed(uint32_t In) {
    Contexts[In].Seed = true;
    return In;
  }
  uint32_t addContext(const Function &F, const CallSite *By);
  uint32_t contextFor(const CallSite &C, const Function &F);
  uint32_t laterContext(const Function &F, ObjectId Self, uint32_t Call,
                        uint32_t From);
  bool dependsOnContext(const Function &F, size_t &Size) const;
  void build(uint32_t In);
  void build(uint32_t In, size_t Body);
  bool isCloned(const CallSite &C, const Function &F) const;
  Ref valueOf(uint32_t In, const Statement &S, const std::vector<Ref> &Before,
              bool IsUsed);
  Ref only(Kind Which, SymbolId Class, Ref From);
  bool passes(Kind Which, SymbolId Class, ObjectId Id);
  void effectOf(uint32_t In, const Statement &S,
                const std::vector<Ref> &Before);
  void nameBy(ObjectId Id, const Function &F);
  void addCalls();
  void indexImplicitCalls();
  llvm::ArrayRef<const Function *> runOn(TypeId Of);
  void seedUnknown();
  void escapeReturned(uint32_t In);

  //===-- Objects ---------------------------------------------------------===//

  ObjectId add(Object O);
  void endElement(ObjectId Id);
  ObjectId variable(SymbolId Symbol);
  ObjectId newVariable(SymbolId Symbol);
  ObjectId named(ObjectKind Kind, SymbolId Symbol);
  ObjectId part(ObjectId Of, SymbolId Field);
  /// Whether an object has a part that is asked for.
  enum class Fit : uint8_t {
    Has,
    Whole, ///< The part is not told apart from the object.
    Never, ///< No such part: the pointer does not lead there.
  };
  Fit fitOf(ObjectId Of, SymbolId Member);
  Fit fitOf(const Class *Is, const Class *Wanted);
  bool isCopied(ObjectId To, ObjectId From);
  void indexCaptures();
  Fit fitOfCapture(const Object &O, SymbolId Operator) const;
  SymbolId sameField(ObjectId Of, SymbolId Member) const;
  void insertPart(Node Into, ObjectId Of, SymbolId Member,
                  SymbolId Called = {});
  ObjectId partOrWhole(ObjectId Of, SymbolId Member, SymbolId Called = {});
  void setTypeOf(ObjectId Id, SymbolId Field, TypeId T);
  ObjectId parameter(uint32_t In, uint32_t Index);
  ObjectId result(uint32_t In);
  Node thisOf(uint32_t In);
  Node returned(uint32_t In);
  Node contents(ObjectId Id);
  Ref loaded(ObjectId Id);
  bool isElement(ObjectId Id) const {
    return Objects[Id].Kind == ObjectKind::Part && !Objects[Id].Symbol;
  }
  unsigned depthOf(ObjectId Id) const;
  ObjectId rootOf(ObjectId Id) const;
  ObjectId wholeOf(ObjectId Id) const;
  bool isPartOf(ObjectId Id, ObjectId Whole) const;

  //===-- Constraints -----------------------------------------------------===//

  Node newNode();
  void queue(Node At);
  void insert(Node At, ObjectId What);
  bool isLost(const State &S, ObjectId What) const;
  bool isFull(const State &S, size_t More = 1) const;
  void insertAll(Node At, llvm::ArrayRef<ObjectId> Many);
  void edge(Node From, Node To);
  void flow(Ref From, Node To);
  void constrain(Ref On, Constraint C);
  void apply(const Constraint &C, ObjectId To);
  void blur(ObjectId Id);
  void copyInto(ObjectId To, ObjectId From);
  void endCopies();
  void copyPart(ObjectId To, ObjectId Part);
  void unite(ObjectId Part, ObjectId Whole);
  void escape(Ref What, const EscapeSite &Site);
  void escapeHeld(Ref What, const EscapeSite &Site);
  bool hasMutable(TypeId Id);
  bool isToConst(TypeId Id);
  void exposed(ObjectId Id);
  void escaped(ObjectId Id);
  void callEscaped();
  void calledByAnybody(ObjectId Id);
  std::vector<bool> liveContexts() const;
  void finishContexts(PointsTo &Into);
  void findEscapeSites(PointsTo &Into);
  void tellTargets(PointsTo &Into);
  void handOn(Node At);

  //===-- Nodes that hold the same (PointsToCycles.cpp) -------------------===//

  Node find(Node N);
  const std::vector<ObjectId> &setOf(Node N) { return Nodes[find(N)].Set; }
  bool isAlone(Node N) const;
  void suspect(Node From, Node To);
  void mergeCycles();
  void mergeCycle(Node From, Node To);
  void merge(Node From, Node Into);
  void tidyEdges(Node At);

  //===-- Calls (PointsToCalls.cpp) ---------------------------------------===//

  void called(uint32_t Call, ObjectId What);
  void received(uint32_t Call, ObjectId What);
  void addTarget(uint32_t Call, const Function &F, ObjectId Self);
  void bindStrictly(const CallSite &C, uint32_t To, bool AsMethod);
  void bindArgument(const Given &G, uint32_t To, uint32_t Index);
  void bindLoosely(uint32_t To, Ref What);
  void addCode(uint32_t Call, ObjectId Code);
  void bindCode(uint32_t To, ObjectId Code);
  ObjectId callableGiven(uint32_t To, uint32_t Parameter);
  void outOfSight(uint32_t Call);
  void readMember(uint32_t Call, SymbolId Member);
  static bool hasObject(const Function &F);

  //===-- Virtual methods (PointsToVirtual.cpp) ---------------------------===//

  void anyOverrider(uint32_t Call, SymbolId Method);
  void shareTargets(uint32_t Call);
  uint32_t groupOf(uint32_t Call);
  void addArgument(uint32_t Group, const Given &G);

  const Program &Prog;
  std::vector<Object> Objects;
  std::vector<Node> Contents; ///< By object.
  std::vector<std::vector<ObjectId>> Parts;
  std::vector<uint32_t> PartCounts; ///< By object, with parts of parts.
  llvm::DenseMap<ObjectId, ObjectId> Wholes; ///< Whose parts a part has.
  llvm::DenseSet<ObjectId> Trees; ///< Objects whose parts a part of them has.
  /// Copies of an object, which get the parts that it gets later.
  llvm::DenseMap<ObjectId, std::vector<ObjectId>> Copies;
  llvm::DenseSet<std::pair<ObjectId, ObjectId>> Copied;
  std::vector<bool> Escaped;
  std::vector<bool> Exposed; ///< What it holds is reached from out of sight.
  std::vector<bool> Blurred; ///< Something unknown may be in any part of it.
  std::vector<State> Nodes;
  std::vector<Node> SameAs; ///< By node: itself, or what it was merged into.
  llvm::DenseSet<uint64_t> Suspected; ///< Edges that may close a cycle, so far.
  std::vector<std::pair<Node, Node>> Suspects; ///< Of these, not looked at.
  std::vector<Constraint> Constraints;
  llvm::DenseSet<uint64_t> Edges;
  std::deque<Node> Work;
  std::deque<CallSite> Calls;                ///< References to them stay good.
  llvm::DenseMap<SymbolId, uint32_t> Groups; ///< Calls, by virtual method.
  llvm::DenseSet<uint32_t> RunningAll; ///< Of these, what run all overriders.
  llvm::DenseMap<SymbolId, ObjectId> Variables;
  llvm::DenseMap<SymbolId, ObjectId> Codes, Members;
  /// By context and parameter: what a reference to a std::function refers to.
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, ObjectId> Callables;
  llvm::DenseMap<std::pair<ObjectId, SymbolId>, ObjectId> PartOf;
  /// By class of an object and of a field.
  llvm::DenseMap<std::pair<const Class *, const Class *>, Fit> Fits;
  /// By class of the object that is copied into, and of the one that is copied.
  llvm::DenseMap<std::pair<SymbolId, SymbolId>, bool> CopiedClasses;
  llvm::DenseMap<SymbolId, SymbolId> Captures; ///< To the lambda's operator().
  llvm::DenseMap<const Class *, bool> Mutables;
  llvm::DenseMap<SymbolId, VirtualMethods::Functions> RunOn; ///< By class.
  llvm::DenseMap<uint32_t, VirtualMethods::Functions>
      RunOnAny; ///< By type, bases included.
  std::vector<Context> Contexts;
  std::vector<FlowContext> Told; ///< As Contexts, for who asks.
  llvm::DenseMap<const Function *, uint32_t> ContextOf;
  /// Of what is run later: by the closure or, if it is none, by the call.
  llvm::DenseMap<std::pair<const Function *, uint64_t>, uint32_t> Later;
  llvm::DenseMap<const Function *, uint32_t> LaterCounts;
  std::vector<ObjectId> EscapedCode; ///< Of it, callEscaped() has yet to see.
  size_t Built = 0, MostBuilt = 0;   ///< Statements.
  size_t MostBuiltForOpen = 0; ///< For calls that may run several functions.
  size_t MaxSet = 0;           ///< Objects that a pointer may be.
  size_t MaxCopied = 0;        ///< Copies of one object into another.
  bool CopiesEnded = false;    ///< There were as many.
  uint32_t NextCall = 0;       ///< The first that addCalls() has not seen.
  VirtualMethods Virtuals;
  struct EscapePoint {
    Ref What;
    EscapeSite Site;
  };
  std::vector<EscapePoint> Escapes;
  /// What is stored through a pointer, which may be unknown.
  struct StorePoint {
    Ref At, What;
    EscapeSite Site;
  };
  std::vector<StorePoint> Stores;
  llvm::DenseMap<ObjectId, const Function *> NamedBy; ///< Who names a variable.
  Node Lent = NoNode; ///< What libraries get together with code to run.
  std::vector<Ref> Values;
  std::vector<std::pair<uint32_t, uint32_t>>
      CallAt; ///< Statements as in Values, in their order, with their calls.
};

} // namespace stateless

#endif
