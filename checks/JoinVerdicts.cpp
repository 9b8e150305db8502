//===- JoinVerdicts.cpp - What several programs say of one object ---------===//
//
// Verdicts are grouped by what they are about: a state object is its symbol and
// its place (two programs may each have a `Config` of their own), an event such
// as a file write its check, place and identity.
//
//===----------------------------------------------------------------------===//
#include "JoinVerdicts.h"
#include "Voices.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>
#include <tuple>

namespace stateless {
namespace {

/// One program's verdict.
struct ProgramVoice {
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

class Joining {
public:
  explicit Joining(std::vector<ProgramJudgement> Given)
      : All(std::move(Given)) {}

  Judgement run() {
    std::map<Key, std::vector<ProgramVoice>> Groups;
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
  std::vector<Verdict> joined(std::vector<ProgramVoice> Voices) {
    auto Serves = [&](const ProgramVoice &Each) {
      return All[Each.Program].Said.Serves;
    };
    if (llvm::any_of(Voices, Serves))
      llvm::erase_if(Voices,
                     [&](const ProgramVoice &Each) { return !Serves(Each); });
    std::map<std::pair<std::string, std::string>, std::vector<ProgramVoice>>
        ByCheck;
    for (ProgramVoice &Each : Voices) {
      std::pair Speaker(Each.V.Check, Each.V.Identity);
      ByCheck[std::move(Speaker)].push_back(std::move(Each));
    }
    std::vector<Verdict> Result;
    for (auto &[Speaker, Same] : ByCheck)
      Result.push_back(worst(std::move(Same)));
    return oneSpeaker(std::move(Result));
  }

  /// What counts most, of one check.
  Verdict worst(std::vector<ProgramVoice> Same) {
    std::vector<Voice> Voices;
    for (ProgramVoice &Each : Same)
      Voices.push_back({nameOf(Each), std::move(Each.V)});
    bool AllFix = llvm::none_of(
        Voices, [](const Voice &Each) { return Each.V.Fixes.empty(); });
    bool Agree = agree(Voices);
    Verdict Result = joinVoices(Voices);
    if (Places[Result.Subject].size() > 1 || !AllFix)
      Result.Fixes.clear();
    if (Result.Kind == VerdictKind::Violation &&
        !(Agree && Same.size() == All.size()))
      for (const Voice &Each : Voices)
        if (Each.agreesWith(Result))
          Result.Programs.push_back(Each.Name);
    return Result;
  }

  std::string nameOf(const ProgramVoice &Each) const {
    const std::string &Name = All[Each.Program].Program;
    return Name.empty() ? "code that no program needs" : Name;
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
