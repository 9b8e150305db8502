//===- Voices.cpp - Many verdicts on one object, joined -------------------===//
#include "Voices.h"
#include "Check.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <tuple>

namespace stateless {

/// Notes name as many of those that say otherwise.
static constexpr size_t MostNamed = 8;
/// No more notes are taken over from others.
static constexpr size_t MostNotes = 16;

bool agree(llvm::ArrayRef<Voice> Voices) {
  return llvm::all_of(Voices, [&](const Voice &Each) {
    return Each.agreesWith(Voices.front().V);
  });
}

static std::string quotedList(llvm::ArrayRef<std::string> Names) {
  std::string Text;
  for (const std::string &Name : Names.take_front(MostNamed))
    Text += (Text.empty() ? "'" : ", '") + Name + "'";
  if (Names.size() > MostNamed)
    Text += " and " + std::to_string(Names.size() - MostNamed) + " more";
  return Text;
}

/// All of them, where there are several.
static void tellReasons(llvm::ArrayRef<Voice> Same, Verdict &Into) {
  std::map<Reason, std::vector<std::string>> Where;
  for (const Voice &Each : Same)
    Where[Each.V.Why].push_back(Each.Name);
  if (Where.size() > 1)
    for (auto &[Why, Names] : Where)
      Into.WhyIn.push_back({Why, std::move(Names)});
}

/// Says whose the evidence is: "this is so in 'shop'", "in 'admin' it is no
/// state: written only at start-up".
static void tellOthers(llvm::ArrayRef<Voice> Same, Verdict &Into) {
  std::vector<std::string> Here;
  std::map<Reason, std::vector<std::string>> NoState;
  std::map<std::string, std::vector<std::string>> Otherwise;
  for (const Voice &Each : Same)
    if (Each.agreesWith(Into))
      Here.push_back(Each.Name);
    else if (Each.V.Kind == VerdictKind::Benign)
      NoState[Each.V.Why].push_back(Each.Name);
    else
      Otherwise[Each.V.Message].push_back(Each.Name);
  Into.Notes.push_back(
      {NoteRole::Detail, Into.Loc, "this is so in " + quotedList(Here)});
  for (const auto &[Why, Names] : NoState)
    Into.Notes.push_back({NoteRole::Detail, Into.Loc,
                          "in " + quotedList(Names) + " it is no state", Why});
  for (const auto &[Message, Names] : Otherwise)
    Into.Notes.push_back({NoteRole::Detail, Into.Loc,
                          "in " + quotedList(Names) + " too: " + Message});
}

/// The same instantiation in several programs is one: what counts most.
static std::vector<InstanceVerdict> allInstances(llvm::ArrayRef<Voice> Same) {
  std::vector<InstanceVerdict> Result;
  for (const Voice &Each : Same)
    llvm::append_range(Result, Each.V.Instances);
  llvm::sort(Result, [](const InstanceVerdict &A, const InstanceVerdict &B) {
    return std::tie(A.Name, A.Mangled, A.Kind, B.Level) <
           std::tie(B.Name, B.Mangled, B.Kind, A.Level);
  });
  auto SameOne = [](const InstanceVerdict &A, const InstanceVerdict &B) {
    return A.Name == B.Name && A.Mangled == B.Mangled;
  };
  Result.erase(std::unique(Result.begin(), Result.end(), SameOne),
               Result.end());
  return Result;
}

Verdict joinVoices(llvm::ArrayRef<Voice> Same) {
  auto Rank = [](const Voice &Each) {
    bool Violation = Each.V.Kind == VerdictKind::Violation;
    return std::tuple(Each.V.Kind,
                      Violation ? -static_cast<int>(Each.V.Level) : 0,
                      !Each.V.Fixes.empty());
  };
  const Voice *Best = llvm::min_element(
      Same, [&](const Voice &A, const Voice &B) { return Rank(A) < Rank(B); });
  Verdict Result = Best->V;
  Result.Instances = allInstances(Same);
  if (Result.Kind == VerdictKind::Benign)
    tellReasons(Same, Result);
  else if (Result.Kind == VerdictKind::Violation && !agree(Same))
    tellOthers(Same, Result);
  return Result;
}

static int specificityOf(llvm::StringRef Check) {
  for (const CheckInfo &Known : allChecks())
    if (Known.Id == Check)
      return Known.Specificity;
  return 0;
}

std::vector<Verdict> oneSpeaker(std::vector<Verdict> Verdicts) {
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
    for (InstanceVerdict &I : V.Instances)
      I.Kind = VerdictKind::Benign;
    V.Why = {ReasonKind::ReportedBy, Speaker->Check};
    V.WhyIn.clear();
    V.Message = "'" + V.Symbol + "'";
    V.Programs.clear();
  }
  return Verdicts;
}

/// Puts the writes and reads that \p Others tell behind those of \p Into.
static void addNotes(llvm::ArrayRef<Voice> Others, Verdict &Into) {
  for (NoteRole Role : {NoteRole::Write, NoteRole::Read})
    for (const Voice &Each : Others)
      for (const VerdictNote &Note : Each.V.Notes) {
        if (Note.Role != Role || !Each.agreesWith(Into) ||
            llvm::is_contained(Into.Notes, Note) ||
            Into.Notes.size() >= MostNotes)
          continue;
        auto Last = std::find_if(
            Into.Notes.rbegin(), Into.Notes.rend(), [&](const VerdictNote &N) {
              return N.Role == NoteRole::Write || N.Role == Role;
            });
        Into.Notes.insert(Last.base(), Note);
      }
}

std::vector<Verdict> joinInstances(std::vector<Verdict> Verdicts) {
  using Place = std::pair<SourceLocation, std::string>;
  std::map<Place, std::map<std::string, std::vector<Voice>>> Made;
  std::vector<Verdict> Result;
  for (Verdict &V : Verdicts) {
    if (V.Pattern.empty()) {
      Result.push_back(std::move(V));
      continue;
    }
    V.Subject = V.Pattern;
    std::string Name = V.Instances.front().Name;
    V.Instances.front().Kind = V.Kind;
    V.Instances.front().Level = V.Level;
    Made[{V.Loc, V.Pattern}][V.Check].push_back({Name, std::move(V)});
  }
  for (auto &[At, ByCheck] : Made) {
    std::vector<Verdict> OnOne;
    for (auto &[Check, Same] : ByCheck) {
      llvm::stable_sort(
          Same, [](const Voice &A, const Voice &B) { return A.Name < B.Name; });
      OnOne.push_back(joinVoices(Same));
      addNotes(Same, OnOne.back());
      OnOne.back().Fixes.clear();
    }
    llvm::append_range(Result, oneSpeaker(std::move(OnOne)));
  }
  return Result;
}

} // namespace stateless
