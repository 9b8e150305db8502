//===- KeptData.cpp - Users' data that frameworks keep --------------------===//
//
// Calls that put sessions and the like where a framework keeps them in the
// memory of the process: the part of stateless-session-map that looks at what
// code does, not at what it declares. A finding stands at the first such call
// of a function. It must not know function names.
//
//===----------------------------------------------------------------------===//
#include "RequestEvidence.h"
#include "analysis/Analyses.h"
#include <map>

namespace stateless {

namespace {

class KeptDataCheck {
public:
  KeptDataCheck(const Evidence &E, VerdictSink &Out)
      : E(E), Prog(E.Prog), Out(Out) {}

  void run() {
    for (const Function &F : Prog.functions())
      for (const Operation &Op : F.Operations)
        if (Op.Kind == OperationKind::Keep)
          add(F, Op);
    for (auto &[Key, Kept] : All)
      report(Kept);
  }

private:
  /// What one function keeps of one kind. What a template makes is one function
  /// to the reader.
  struct KeptByFunction {
    const Function *By = nullptr;
    std::vector<const Operation *> Calls; ///< In the order of the text.
    std::vector<Site> Sites;
    bool Runs = false;
  };

  void add(const Function &F, const Operation &Op) {
    KeptByFunction &Kept =
        All[{sourceLocation(Prog, F.Loc), Prog.text(Op.What).str()}];
    if (!Kept.By)
      Kept.By = &F;
    Kept.Runs |= !E.Known.Dead.neverRuns(F, Op.Loc);
    Kept.Sites.push_back({&F, Op.Loc});
    auto Known = llvm::find_if(Kept.Calls, [&](const Operation *Other) {
      return Other->Loc == Op.Loc;
    });
    if (Known == Kept.Calls.end())
      Kept.Calls.push_back(&Op);
  }

  void report(KeptByFunction &Kept) {
    // What is kept for sure is told before what a configuration decides.
    llvm::stable_sort(Kept.Calls, [&](const Operation *A, const Operation *B) {
      return std::tuple(A->Configured, sourceLocation(Prog, A->Loc)) <
             std::tuple(B->Configured, sourceLocation(Prog, B->Loc));
    });
    const Operation &First = *Kept.Calls.front();
    std::string Call = "'" + Prog.text(First.Callee).str() + "'";
    Verdict V;
    V.Loc = sourceLocation(Prog, First.Loc);
    llvm::StringRef What = Prog.text(First.What);
    V.Category = What.empty() ? "user" : What.str();
    V.Function = Prog.text(Kept.By->QualifiedName).str();
    V.Symbol = V.Function;
    V.Identity = V.Function + "|" + V.Category;
    if (!Kept.Runs) {
      V.Kind = VerdictKind::Benign;
      V.Why = {ReasonKind::DeadWritersOnly};
      V.Message = Call;
      return Out.report(std::move(V));
    }
    V.Message = Call + (First.Configured ? " may keep " : " keeps ") +
                (What.empty() ? "users'" : V.Category) +
                " data in the memory of this process" +
                requestClause(E, Kept.Sites);
    V.EntryPoints = entryTitles(E, Kept.Sites);
    grade(Kept, First, V);
    note(Kept, First, V);
    Out.report(std::move(V));
  }

  void grade(const KeptByFunction &Kept, const Operation &First,
             Verdict &Into) const {
    auto IsSure = [&](const Site &S) { return isProven(E, S); };
    if (First.Configured)
      Into.Basis = {GroundsKind::ConfiguredStore};
    else if (llvm::any_of(Kept.Sites, IsSure))
      Into.Basis = {GroundsKind::SureRequest};
    else
      Into.Basis = {Into.EntryPoints.empty() ? GroundsKind::NoEntryPoint
                                             : GroundsKind::OneOfSeveralCalls};
    Into.Level = First.Configured ? Confidence::Possible
                 : Into.Basis.Kind == GroundsKind::SureRequest
                     ? Confidence::Proven
                     : Confidence::Likely;
  }

  void note(const KeptByFunction &Kept, const Operation &First,
            Verdict &Into) const {
    Into.Notes = chainNotes(E, {Kept.By, First.Loc});
    for (const Operation *Other : llvm::drop_begin(Kept.Calls))
      Into.Notes.push_back(
          {NoteRole::Write, sourceLocation(Prog, Other->Loc),
           "also kept by '" + Prog.text(Other->Callee).str() + "'"});
  }

  const Evidence &E;
  const Program &Prog;
  VerdictSink &Out;
  std::map<std::pair<SourceLocation, std::string>, KeptByFunction> All;
};

} // namespace

void judgeKeptData(const Evidence &E, VerdictSink &Out) {
  KeptDataCheck(E, Out).run();
}

} // namespace stateless
