//===- FlowCalls.cpp - What calls run that name no body -------------------===//
#include "analysis/FlowCalls.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static bool isOpen(const Statement &S) {
  return S.Kind == StatementKind::Call && (!S.Symbol || S.Virtual);
}

bool FlowCalls::Runs::hasBodies() const {
  auto Has = [](const auto &Told) { return !Told.second.empty(); };
  return llvm::any_of(Always, Has) ||
         llvm::any_of(ByCaller, [&](const auto &Caller) {
           return llvm::any_of(Caller.second, Has);
         });
}

FlowCalls::FlowCalls(const Program &Prog, const PointsTo &Points)
    : Prog(Prog), Points(Points) {
  for (uint32_t I = 0; I < Points.contexts().size(); ++I) {
    const FlowContext &In = Points.contexts()[I];
    if (!In.isClone())
      ContextsOf[In.F].push_back(I);
    for (size_t B = 0; B < In.F->FlowBodies.size(); ++B) {
      const std::vector<Statement> &Code = In.F->FlowBodies[B].Statements;
      for (StatementNumber N = 1; N <= Code.size(); ++N) {
        if (isOpen(Code[N - 1]))
          collect(In, B, N);
        if (Code[N - 1].Kind == StatementKind::Run)
          collectRun(In, B, N);
        else
          collectGiven(In, B, N);
      }
    }
  }
  for (auto &[At, List] : Handlers) {
    llvm::sort(List);
    List.erase(llvm::unique(List), List.end());
  }
}

bool FlowCalls::mayBe(const FlowContext &In, size_t Body,
                      StatementNumber Number, ObjectId What) const {
  return llvm::is_contained(Points.of(In, Body, Number), What);
}

/// True if what is called, or the object of a virtual call, may be unknown.
bool FlowCalls::mayBeUnseen(const FlowContext &In, size_t Body,
                            StatementNumber Number) const {
  const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
  const Statement &Call = Code[Number - 1];
  if (!Call.Symbol)
    return mayBe(In, Body, Call.A, UnknownObject);
  for (size_t I = Number; I < Code.size(); ++I)
    if (Code[I].Kind == StatementKind::Receiver && Code[I].B == Number)
      return mayBe(In, Body, Code[I].A, UnknownObject);
  return true;
}

void FlowCalls::add(const FlowContext &In, const Bodies &What,
                    Runs &Into) const {
  if (What.empty() && !What.Unknown)
    return;
  ByContext &Told =
      In.isClone() ? Into.ByCaller[{In.Root, In.Site, In.Callee}] : Into.Always;
  Bodies &Of = Told[In.Of];
  Of.All.insert(What.All.begin(), What.All.end());
  Of.Groups.insert(What.Groups.begin(), What.Groups.end());
  Of.Unknown |= What.Unknown;
}

static FlowCalls::Bodies bodiesOf(const CallTargets &Targets, bool Unknown) {
  FlowCalls::Bodies Result{{}, {}, Unknown};
  if (Targets.Group) {
    Result.Groups.insert(*Targets.Group);
    return Result;
  }
  for (const Function *F : Targets.Bodies)
    if (F->Definition)
      Result.All.insert(F);
  return Result;
}

void FlowCalls::collect(const FlowContext &In, size_t Body,
                        StatementNumber Number) {
  const Statement &S = In.F->FlowBodies[Body].Statements[Number - 1];
  Bodies What =
      bodiesOf(Points.targets(In, Body, Number), mayBeUnseen(In, Body, Number));
  if (!What.empty() || What.Unknown)
    add(In, What, Calls[{In.F, S.Loc, S.Symbol}]);
}

/// A library runs something.
void FlowCalls::collectRun(const FlowContext &In, size_t Body,
                           StatementNumber Number) {
  const Statement &S = In.F->FlowBodies[Body].Statements[Number - 1];
  if (S.Called && !In.Idle)
    for (const FlowTarget &T : Points.runs(In, Body, Number))
      if (T.F->Definition)
        Handlers[{In.F, S.Loc, S.Called}].push_back(
            {static_cast<uint32_t>(&In - Points.contexts().data()), Body,
             Number, T});
  HandedOver &Of = Given[{In.F, Body, Number}];
  Of.At = S.Loc;
  Of.By = S.Called;
  Of.Now = S.Index;
  add(In,
      bodiesOf(Points.targets(In, Body, Number),
               mayBe(In, Body, S.A, UnknownObject)),
      Of.What);
}

/// A call of what is not in sight may run what it is given, and so may code
/// that depends on template arguments.
void FlowCalls::collectGiven(const FlowContext &In, size_t Body,
                             StatementNumber Number) {
  const Statement &Site = In.F->FlowBodies[Body].Statements[Number - 1];
  auto Give = [&](StatementNumber At, StatementNumber What) {
    Bodies Found;
    for (ObjectId Id : Points.of(In, Body, What))
      addCode(Id, 0, Found);
    if (Found.All.empty())
      return;
    HandedOver &Of = Given[{In.F, Body, At}];
    Of.At = Site.Loc;
    add(In, Found, Of.What);
  };
  if (Site.Kind == StatementKind::Escape &&
      Site.How == AccessKind::DependentUse)
    return Give(Number, Site.A);
  if (Site.Kind != StatementKind::Call)
    return;
  if (const Function *F =
          Site.Symbol && !Site.Virtual ? Prog.function(Site.Symbol) : nullptr;
      F && F->Definition)
    return;
  if (llvm::any_of(Points.targets(In, Body, Number).Bodies,
                   [](const Function *F) { return F->Definition; }))
    return;
  const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
  for (StatementNumber N = Number + 1; N <= Code.size(); ++N) {
    const Statement &S = Code[N - 1];
    bool Argument = S.Kind == StatementKind::Argument ||
                    S.Kind == StatementKind::ArgumentObject;
    if (Argument && S.B == Number)
      Give(N, S.A);
  }
}

/// The code that \p Id is, or holds.
void FlowCalls::addCode(ObjectId Id, unsigned Depth, Bodies &Into) const {
  static constexpr unsigned MaxDepth = 3;
  if (Id == UnknownObject) {
    Into.Unknown = true;
    return;
  }
  if (Points.codeOf(Id)) {
    for (const Function *F : bodiesOf(Prog, Points.object(Id)))
      Into.All.insert(F);
    return;
  }
  // A struct of callbacks, a std::function.
  if (Depth >= MaxDepth)
    return;
  for (ObjectId Part : Points.parts(Id)) {
    for (ObjectId Held : Points.contents(Part))
      if (Points.codeOf(Held))
        addCode(Held, Depth + 1, Into);
    addCode(Part, Depth + 1, Into);
  }
}

const FlowCalls::Runs *FlowCalls::at(const Function &F, const Location &At,
                                     SymbolId Method) const {
  auto It = Calls.find({&F, At, Method});
  return It == Calls.end() ? nullptr : &It->second;
}

std::vector<const FlowCalls::HandedOver *>
FlowCalls::handedOver(const Function &F) const {
  std::vector<const HandedOver *> Result;
  for (auto It = Given.lower_bound({&F, 0, 0});
       It != Given.end() && std::get<0>(It->first) == &F; ++It)
    Result.push_back(&It->second);
  return Result;
}

llvm::ArrayRef<FlowHandler>
FlowCalls::handlers(const Function &F, const Location &At, StringId By) const {
  auto It = Handlers.find({&F, At, By});
  return It == Handlers.end() ? llvm::ArrayRef<FlowHandler>()
                              : llvm::ArrayRef<FlowHandler>(It->second);
}

llvm::ArrayRef<uint32_t> FlowCalls::contextsOf(const Function &F) const {
  auto It = ContextsOf.find(&F);
  return It == ContextsOf.end() ? llvm::ArrayRef<uint32_t>()
                                : llvm::ArrayRef<uint32_t>(It->second);
}

} // namespace stateless
