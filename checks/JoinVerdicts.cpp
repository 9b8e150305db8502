//===- JoinVerdicts.cpp - What several programs say of one object ---------===//
//
// Verdicts are grouped by what they are about: a state object is its symbol and
// its place (two programs may each have a `Config` of their own), an event such
// as a file write its check, place and identity.
//
//===----------------------------------------------------------------------===//
#include "JoinVerdicts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <set>
#include <tuple>

namespace stateless {
namespace {

/// One program's verdict.
struct Voice {
  uint32_t Program;
  Verdict V;
};

struct Key {
  SourceLocation Loc;
  std::string Subject, Check, Identity;
  auto operator<=>(const Key &) const = default;
};

Key keyOf(const Verdict &V) {
  if (!V.Subject.empty())
    return {V.Loc, V.Subject, "", ""};
  return {V.Loc, "", V.Check, V.Identity};
}

int specificityOf(llvm::StringRef Check) {
  for (const CheckInfo &Known : allChecks())
    if (Known.Id == Check)
      return Known.Specificity;
  return 0;
}

class Joining {
public:
  explicit Joining(std::vector<ProgramJudgement> Given)
      : All(std::move(Given)) {}

  Judgement run() {
    std::map<Key, std::vector<Voice>> Groups;
    for (uint32_t I = 0; I != All.size(); ++I)
      for (Verdict &V : All[I].Said.Verdicts) {
        if (!V.Subject.empty())
          Places[V.Subject].insert(V.Loc);
        Key K = keyOf(V);
        Groups[std::move(K)].push_back({I, std::move(V)});
      }
    Judgement Result;
    for (auto &[K, Voices] : Groups)
      llvm::append_range(Result.Verdicts, joined(std::move(Voices)));
    llvm::stable_sort(Result.Verdicts, [](const Verdict &A, const Verdict &B) {
      return std::tie(A.Loc, A.Check, A.Message, A.Why) <
             std::tie(B.Loc, B.Check, B.Message, B.Why);
    });
    joinEntryPoints(Result);
    return Result;
  }

private:
  /// The verdicts of all checks on one object.
  std::vector<Verdict> joined(std::vector<Voice> Voices) {
    auto Serves = [&](const Voice &Each) {
      return All[Each.Program].Said.Serves;
    };
    if (llvm::any_of(Voices, Serves))
      llvm::erase_if(Voices, [&](const Voice &Each) { return !Serves(Each); });
    std::map<std::pair<std::string, std::string>, std::vector<Voice>> ByCheck;
    for (Voice &Each : Voices) {
      std::pair Speaker(Each.V.Check, Each.V.Identity);
      ByCheck[std::move(Speaker)].push_back(std::move(Each));
    }
    std::vector<Verdict> Result;
    for (auto &[Speaker, Same] : ByCheck)
      Result.push_back(worst(std::move(Same)));
    return oneSpeaker(std::move(Result));
  }

  /// Two programs may have made two checks speak of one object.
  static std::vector<Verdict> oneSpeaker(std::vector<Verdict> Verdicts) {
    if (Verdicts.size() < 2 || Verdicts.front().Subject.empty())
      return Verdicts;
    const Verdict *Speaker = nullptr;
    for (const Verdict &V : Verdicts)
      if (V.Kind == VerdictKind::Violation &&
          (!Speaker || specificityOf(V.Check) > specificityOf(Speaker->Check)))
        Speaker = &V;
    for (Verdict &V : Verdicts) {
      if (&V == Speaker || V.Kind != VerdictKind::Violation)
        continue;
      V.Kind = VerdictKind::Benign;
      V.Why = {ReasonKind::ReportedBy, Speaker->Check};
      V.WhyByProgram.clear();
      V.Message = "'" + V.Symbol + "'";
      V.Programs.clear();
    }
    return Verdicts;
  }

  /// What counts most, of one check.
  Verdict worst(std::vector<Voice> Same) {
    auto Rank = [](const Verdict &V) {
      bool Violation = V.Kind == VerdictKind::Violation;
      return std::tuple(V.Kind, Violation ? -static_cast<int>(V.Level) : 0,
                        !V.Fixes.empty());
    };
    auto Best = llvm::min_element(Same, [&](const Voice &A, const Voice &B) {
      return Rank(A.V) < Rank(B.V);
    });
    std::rotate(Same.begin(), Best, std::next(Best));
    Verdict Result = Same.front().V;
    if (Places[Result.Subject].size() > 1 ||
        llvm::any_of(Same, [](const Voice &V) { return V.V.Fixes.empty(); }))
      Result.Fixes.clear();
    if (Result.Kind == VerdictKind::Violation)
      nameProgram(Same, Result);
    else
      tellReasons(Same, Result);
    return Result;
  }

  /// All of them, where there are several.
  void tellReasons(llvm::ArrayRef<Voice> Same, Verdict &Into) const {
    if (Into.Kind != VerdictKind::Benign)
      return;
    std::map<Reason, std::vector<std::string>> Where;
    for (const Voice &Each : Same)
      Where[Each.V.Why].push_back(nameOf(Each));
    if (Where.size() < 2)
      return;
    for (auto &[Why, Names] : Where)
      Into.WhyByProgram.push_back({Why, std::move(Names)});
  }

  /// Says whose the evidence is, unless all that have the object say the same.
  void nameProgram(llvm::ArrayRef<Voice> Same, Verdict &Into) const {
    auto Agrees = [&](const Voice &Each) {
      return Each.V.Kind == Into.Kind && Each.V.Message == Into.Message;
    };
    if (llvm::all_of(Same, Agrees) && Same.size() == All.size())
      return;
    for (const Voice &Each : Same)
      if (Agrees(Each))
        Into.Programs.push_back(nameOf(Each));
    if (llvm::all_of(Same, Agrees))
      return;
    std::string Here = "this is so in";
    for (const std::string &Name : Into.Programs)
      Here += (&Name == &Into.Programs.front() ? " '" : ", '") + Name + "'";
    Into.Notes.push_back({NoteRole::Detail, Into.Loc, Here});
    for (const Voice &Each : Same)
      if (!Agrees(Each))
        Into.Notes.push_back(otherwise(Each, Into.Loc));
  }

  std::string nameOf(const Voice &Each) const {
    const std::string &Name = All[Each.Program].Program;
    return Name.empty() ? "code that no program needs" : Name;
  }

  /// "in 'admin' it is no state: written only at start-up"
  VerdictNote otherwise(const Voice &Each, const SourceLocation &Loc) const {
    std::string Where = "in '" + nameOf(Each) + "' ";
    if (Each.V.Kind == VerdictKind::Benign)
      return {NoteRole::Detail, Loc, Where + "it is no state", Each.V.Why};
    return {NoteRole::Detail, Loc, Where + "too: " + Each.V.Message};
  }

  /// A library's are listed, too: its handlers are written to be registered.
  void joinEntryPoints(Judgement &Into) {
    bool NoneServes = true, AnyMain = false;
    for (ProgramJudgement &Each : All) {
      AnyMain |= Each.Said.NoEntryPoint;
      NoneServes &= !Each.Said.Serves || Each.Said.NoEntryPoint;
      Into.Serves |= Each.Said.Serves;
      llvm::append_range(Into.EntryPoints, std::move(Each.Said.EntryPoints));
    }
    Into.NoEntryPoint = AnyMain && NoneServes;
    auto Less = [](const EntryPointInfo &A, const EntryPointInfo &B) {
      return std::tie(A.Loc, A.Name, A.Kind) < std::tie(B.Loc, B.Name, B.Kind);
    };
    llvm::sort(Into.EntryPoints, Less);
    Into.EntryPoints.erase(std::unique(Into.EntryPoints.begin(),
                                       Into.EntryPoints.end(),
                                       [&](const auto &A, const auto &B) {
                                         return !Less(A, B) && !Less(B, A);
                                       }),
                           Into.EntryPoints.end());
  }

  std::vector<ProgramJudgement> All;
  /// By subject: where the objects of that name are.
  std::map<std::string, std::set<SourceLocation>> Places;
};

} // namespace

Judgement joinVerdicts(std::vector<ProgramJudgement> All) {
  return Joining(std::move(All)).run();
}

} // namespace stateless
