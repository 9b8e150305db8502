//===- BodyWriter.h - What a synthetic function does -----------*- C++ -*-===//
//
// Fills one function fact. What a body does is drawn from a generator that is
// seeded with the function, so that a header function is the same in each unit
// that includes it. The shares of each kind of call, argument and access come
// close to what the extractor says of servers and of this project: four in ten
// calls go into libraries, as many have a receiver; a call has one argument, a
// third of which name an object and a quarter of which may be written; four in
// a hundred calls are virtual, one is indirect.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_BODYWRITER_H
#define STATELESS_BENCH_BODYWRITER_H

#include "UnitWriter.h"

namespace stateless::bench {

class BodyWriter {
public:
  BodyWriter(UnitWriter &U, FunctionId Id, Function &F,
             const FunctionPlan &Plan, BodySketch &Sketch)
      : U(U), W(U.W), Id(Id), F(F), Plan(Plan), Sketch(Sketch),
        R(W.random(Salt, Id.Unit * uint64_t(256) + Id.Slot)) {}

  void run();

private:
  static constexpr uint64_t Salt = 11;
  using enum Doing;

  Location here() {
    Line += 1 + R.below(2);
    return U.at(Line, 3 + R.below(30));
  }
  /// What the last call hands over as its argument \p Argument.
  HandedCode &handed(uint32_t Argument) {
    return Sketch
        .Given[{static_cast<uint32_t>(Sketch.Calls.size() - 1), Argument}];
  }
  bool inHeader() const { return Id.Slot < slot::Methods; }
  bool hasObject() const {
    return Plan.Kind == FunctionKind::Method ||
           Plan.Kind == FunctionKind::Constructor;
  }

  //===-- Places ----------------------------------------------------------===//

  static Place parameter(uint32_t Index) {
    return {RootKind::Parameter, Index, {}, {}};
  }
  static Place result(size_t Call) {
    return {RootKind::CallResult, static_cast<uint32_t>(Call), {}, {}};
  }
  static Place variable(SymbolId Symbol) {
    return {RootKind::Variable, 0, Symbol, {}};
  }
  static Place step(Place P, StepKind Kind, SymbolId Symbol = {}) {
    P.Steps.push_back({Kind, Symbol});
    return P;
  }
  SymbolId field(uint32_t Of, uint32_t Index) {
    SymbolId Symbol = U.text(W.fieldSymbol(Of, Index));
    if (W.fields(Of)[Index].Kind == FieldKind::Reference)
      U.References.insert(Symbol);
    return Symbol;
  }
  /// A field of class \p Of in \p Object, which is of that class; sometimes a
  /// field of what that holds.
  Place inside(Place Object, uint32_t Of, unsigned Depth = 0) {
    const std::vector<Member> &Fields = W.fields(Of);
    if (Fields.empty())
      return Object;
    uint32_t Index = R.below(Fields.size());
    const Member &M = Fields[Index];
    Place P = step(std::move(Object), StepKind::Field, field(Of, Index));
    if (holdsClass(M.Kind) && Depth < 3 && R.chance(400)) {
      if (isPointer(M.Kind))
        P = step(std::move(P), StepKind::Deref);
      else if (isContainer(M.Kind))
        P = step(std::move(P), StepKind::Element);
      return inside(std::move(P), M.Class, Depth + 1);
    }
    if (isContainer(M.Kind) && R.chance(300))
      P = step(std::move(P), StepKind::Element);
    return P;
  }
  Place anyVariable() {
    if (!inHeader() && R.chance(600))
      return variable(
          U.variableSymbol(Id.Unit, R.chance(500) ? Shared : Hidden));
    uint32_t Of = R.popular(W.Form.Units);
    return variable(U.variableSymbol(Of, U.isExternal(Of) ? Shared : Instance));
  }
  /// A part of the method's own object; sometimes one of its base class.
  Place ownPart() {
    uint32_t Of = Id.Unit;
    if (std::optional<uint32_t> Base = W.base(Of); Base && R.chance(250))
      Of = *Base;
    return inside({RootKind::This, 0, {}, {}}, Of);
  }
  /// Something that a body names; unknown where that is only a local.
  Place anyPlace() {
    if (hasObject() && R.chance(650))
      return ownPart();
    if (!Plan.Parameters.empty() && R.chance(550)) {
      uint32_t Index = R.below(Plan.Parameters.size());
      const ParameterPlan &P = Plan.Parameters[Index];
      Place Whole = parameter(Index);
      if (P.Kind == ParameterKind::Pointer)
        Whole = step(std::move(Whole), StepKind::Deref);
      bool Object =
          P.Kind != ParameterKind::Number && P.Kind != ParameterKind::Text;
      return Object && R.chance(500) ? inside(std::move(Whole), P.Class)
                                     : Whole;
    }
    return R.chance(350) ? anyVariable() : Place();
  }
  std::vector<Place> places(uint32_t Thousandths) {
    if (!R.chance(Thousandths))
      return {};
    Place P = anyPlace();
    return P ? std::vector<Place>{std::move(P)} : std::vector<Place>();
  }

  /// An object of class \p Of that the body names: what it is given, its own,
  /// one that its object or a variable holds; else sometimes a new one.
  Place objectOf(uint32_t Of);
  std::vector<Place> objects(uint32_t Of, uint32_t Thousandths) {
    if (!R.chance(Thousandths))
      return {};
    Place P = objectOf(Of);
    return P ? std::vector<Place>{std::move(P)} : std::vector<Place>();
  }
  bool isA(uint32_t Unit, uint32_t Of) const {
    for (std::optional<uint32_t> At = Unit; At; At = W.base(*At))
      if (*At == Of)
        return true;
    return false;
  }
  /// A field of the method's own object that holds objects of a class in the
  /// way that \p Is asks for, if there is one.
  template <typename Kinds> std::optional<uint32_t> ownField(Kinds Is) {
    const std::vector<Member> &Fields = W.fields(Id.Unit);
    std::vector<uint32_t> Found;
    for (uint32_t I = 0; I != Fields.size() && hasObject(); ++I)
      if (holdsClass(Fields[I].Kind) && Is(Fields[I].Kind) &&
          Fields[I].Kind != FieldKind::Reference)
        Found.push_back(I);
    if (Found.empty())
      return std::nullopt;
    return Found[R.below(Found.size())];
  }
  Place ownField(uint32_t Index) {
    return step({RootKind::This, 0, {}, {}}, StepKind::Field,
                field(Id.Unit, Index));
  }
  /// What the member \p M, at \p P, holds.
  static Place held(Place P, const Member &M) {
    if (isPointer(M.Kind))
      return step(std::move(P), StepKind::Deref);
    if (isContainer(M.Kind))
      return step(std::move(P), StepKind::Element);
    return P;
  }

  //===-- Values ----------------------------------------------------------===//

  ValueId anyValue() {
    if (R.chance(500))
      return U.integer(R.below(64));
    if (!Plan.Parameters.empty() && R.chance(400))
      return U.value({ValueKind::Parameter,
                      R.below(Plan.Parameters.size()),
                      0,
                      {},
                      {},
                      {}});
    return U.literal("key-" + std::to_string(R.popular(4000)));
  }
  ValueId path();

  //===-- Calls -----------------------------------------------------------===//

  SketchedCall &call(CallKind Kind, StringId Callee, StringId Name) {
    SketchedCall &C = Sketch.Calls.emplace_back();
    C.Kind = Kind;
    C.Callee = Callee;
    C.CalleeName = Name;
    C.Loc = here();
    return C;
  }
  SketchedCall &callLibrary(const char *Name, const std::string &Symbol) {
    SketchedCall &C = call(CallKind::Direct, U.text(Symbol), U.text(Name));
    C.Library = true;
    return C;
  }
  Argument plain() {
    Argument A;
    if (R.chance(350))
      A.Symbolic = anyValue();
    else
      A.Places = places(550);
    return A;
  }
  Argument lent(uint32_t Of, uint32_t Thousandths) {
    return {Passing::MutableReference, {}, objects(Of, Thousandths)};
  }
  Argument text();
  Argument service();
  void arguments(SketchedCall &C, const FunctionPlan &To);
  size_t callProject(FunctionId To, std::vector<Place> Receivers);
  FunctionId anyFunction();
  void someCall();
  void callLibraryMethod();
  void callChainOfAccessors();
  void callVirtual();
  void callIndirect();
  void passCallback();
  void someAccess();
  void initializers();
  void ordinary();

  void accessor();
  void setter();
  void save();
  void registerOne(llvm::StringRef Method, ValueId Route, HandedCode Handler);
  void registerRoutes();
  void routeFunction();
  void handOver(EntryKind Kind, const char *By, FunctionId Handler);
  void startModule();
  void mainBody();
  void chain();
  void ring();

  UnitWriter &U;
  const World &W;
  const FunctionId Id;
  Function &F;
  const FunctionPlan &Plan;
  BodySketch &Sketch;
  Random R;
  uint32_t Line = 0;
};

} // namespace stateless::bench

#endif
