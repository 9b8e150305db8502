//===- Check.cpp - Runs the checks and gives each object to one -----------===//
#include "Check.h"
#include "RequestEvidence.h"
#include "StateObjects.h"
#include "Voices.h"
#include "WrittenParts.h"
#include "analysis/Analyses.h"
#include "analysis/EntryNames.h"
#include "facts/Parallel.h"
#include "llvm/ADT/StringMap.h"
#include <atomic>
#include <tuple>

namespace stateless {

#define STATE_CHECK(FUNCTION, ID, SPECIFICITY)                                 \
  void FUNCTION(const Evidence &, const StateObject &, VerdictSink &);
#define CHECK(FUNCTION, ID, SPECIFICITY)                                       \
  void FUNCTION(const Evidence &, VerdictSink &);
#define BOTH_CHECK(CLASSIFIER, FUNCTION, ID, SPECIFICITY)                      \
  STATE_CHECK(CLASSIFIER, ID, SPECIFICITY)                                     \
  CHECK(FUNCTION, ID, SPECIFICITY)
#include "AllChecks.def"

llvm::ArrayRef<CheckInfo> allChecks() {
  static constexpr CheckInfo All[] = {
#define STATE_CHECK(FUNCTION, ID, SPECIFICITY)                                 \
  {ID, SPECIFICITY, FUNCTION, nullptr},
#define CHECK(FUNCTION, ID, SPECIFICITY) {ID, SPECIFICITY, nullptr, FUNCTION},
#define BOTH_CHECK(CLASSIFIER, FUNCTION, ID, SPECIFICITY)                      \
  {ID, SPECIFICITY, CLASSIFIER, FUNCTION},
#include "AllChecks.def"
  };
  return All;
}

Evidence::Evidence(const Program &Prog, const Analyses &Known,
                   const CheckOptions &Options)
    : Prog(Prog), Known(Known), Options(Options),
      Shapes(std::make_unique<TypeShapes>(Prog, Options)),
      Objects(std::make_unique<StateObjects>(Prog, Known, *Shapes, Options)),
      Parts(std::make_unique<WrittenPartsIndex>(*this)) {}

Evidence::~Evidence() = default;

/// Which more specific check claimed the object, or all that makes it state,
/// and how; none if there is no such.
static Reason spokesman(const Verdict &V,
                        const llvm::StringMap<Reason> &Claimed) {
  if (Reason By = Claimed.lookup(V.Subject))
    return By;
  if (V.MoreParts)
    return {};
  Reason By;
  for (const std::vector<std::string> &Chain : V.Parts) {
    auto Link = llvm::find_if(
        Chain, [&](const std::string &S) { return Claimed.contains(S); });
    if (Link == Chain.end())
      return {};
    By = Claimed.lookup(*Link);
  }
  return By;
}

static std::vector<Verdict> verdictsOf(const CheckInfo &Check,
                                       const Evidence &E) {
  VerdictSink Sink(Check.Id);
  if (Check.Judge)
    Check.Judge(E, Sink);
  if (Check.Classify)
    for (const StateObject &O : E.Objects->all())
      Check.Classify(E, O, Sink);
  return Sink.take();
}

static std::vector<Verdict>
judgeAll(const Evidence &E,
         llvm::function_ref<bool(llvm::StringRef)> IsEnabled) {
  std::vector<const CheckInfo *> Order;
  for (const CheckInfo &Check : allChecks())
    if (IsEnabled(Check.Id))
      Order.push_back(&Check);
  llvm::stable_sort(Order, [](const CheckInfo *A, const CheckInfo *B) {
    return A->Specificity > B->Specificity;
  });
  std::vector<std::vector<Verdict>> Found(Order.size());
  std::atomic<size_t> Next = 0;
  auto Run = [&] {
    for (size_t I; (I = Next++) < Order.size();)
      Found[I] = verdictsOf(*Order[I], E);
  };
  sideBySide(Run, Run);
  std::vector<Verdict> Result;
  llvm::StringMap<Reason> Claimed;
  for (size_t I = 0; I < Order.size(); ++I) {
    const CheckInfo *Check = Order[I];
    std::vector<std::pair<std::string, Reason>> Claims;
    for (Verdict &V : Found[I]) {
      if (Reason By = spokesman(V, Claimed)) {
        if (V.Kind == VerdictKind::Benign)
          continue;
        V.Kind = VerdictKind::Benign;
        V.Why = By;
        V.Message = "'" + V.Symbol + "'";
      } else if (V.Kind != VerdictKind::Benign || V.Settles) {
        Reason By{V.Kind == VerdictKind::Benign ? ReasonKind::JudgedBy
                                                : ReasonKind::ReportedBy,
                  Check->Id.str()};
        Claims.push_back({V.Subject, By});
        // What a field's verdict says holds for all objects of its class, a
        // variable's for no other.
        if (!E.Prog.variable(E.Prog.find(V.Subject)))
          for (const std::vector<std::string> &Chain : V.Parts)
            Claims.push_back({Chain.back(), By});
      }
      Result.push_back(std::move(V));
    }
    for (const auto &[Subject, By] : Claims)
      if (!Subject.empty())
        Claimed.try_emplace(Subject, By);
  }
  Result = joinInstances(std::move(Result));
  auto Key = [](const Verdict &V) {
    return std::tie(V.Loc, V.Check, V.Message, V.Why);
  };
  std::stable_sort(
      Result.begin(), Result.end(),
      [&](const Verdict &A, const Verdict &B) { return Key(A) < Key(B); });
  Result.erase(std::unique(Result.begin(), Result.end(),
                           [&](const Verdict &A, const Verdict &B) {
                             return Key(A) == Key(B);
                           }),
               Result.end());
  return Result;
}

/// An entry point for each of its handlers is one to the reader.
static std::vector<EntryPointInfo> listEntryPoints(const Evidence &E) {
  std::vector<EntryPointInfo> Result;
  for (const EntryPoint &P : E.Known.Graph.entryPoints()) {
    EntryPointInfo Info{E.Known.titleOf(P), entryKindName(P.Kind).str(),
                        sourceLocation(E.Prog, P.Loc)};
    auto Same = [&](const EntryPointInfo &Other) {
      return Other.Name == Info.Name && Other.Loc == Info.Loc;
    };
    if (Result.empty() || !Same(Result.back()))
      Result.push_back(std::move(Info));
  }
  return Result;
}

Judgement judge(const Program &Prog, const CheckOptions &Options,
                llvm::function_ref<bool(llvm::StringRef)> IsEnabled) {
  Analyses Known(Prog);
  Evidence E(Prog, Known, Options);
  Judgement Result;
  Result.Verdicts = judgeAll(E, IsEnabled);
  Result.EntryPoints = listEntryPoints(E);
  Result.Serves = llvm::any_of(Known.Graph.entryPoints(), serves);
  for (const Function &F : Prog.functions())
    if (isMain(Prog, F)) {
      Result.NoEntryPoint |= !Result.Serves;
      Result.Serves |= Known.Times.serves(F);
    }
  return Result;
}

} // namespace stateless
