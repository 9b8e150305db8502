//===- RequestEvidence.cpp - From the request to the evidence -------------===//
#include "RequestEvidence.h"
#include "analysis/Analyses.h"
#include <set>

namespace stateless {

/// Names beyond these do not help a reader.
static constexpr size_t MaxNames = 3;

SourceLocation sourceLocation(const Program &Prog, const Location &Loc) {
  return {Prog.text(Loc.File).str(), Loc.Line, Loc.Column};
}

std::string quotedName(llvm::StringRef Name) {
  return Name.contains('\'') ? Name.str() : ("'" + Name + "'").str();
}

/// Entry points of all sites; if any serves, only such.
static std::vector<const EntryPoint *> entries(const Evidence &E,
                                               llvm::ArrayRef<Site> Sites) {
  // One line of a function is reached as a whole.
  llvm::DenseSet<std::pair<const Function *, uint32_t>> Asked;
  llvm::DenseSet<const EntryPoint *> Found;
  for (const Site &S : Sites)
    if (Asked.insert({S.In, S.Loc.Line}).second)
      for (const EntryPoint *P : E.Known.Reach.entriesTo(*S.In, S.Loc))
        Found.insert(P);
  std::vector<const EntryPoint *> Result(Found.begin(), Found.end());
  llvm::sort(Result);
  if (llvm::any_of(Result, [](const EntryPoint *P) { return serves(*P); }))
    llvm::erase_if(Result, [](const EntryPoint *P) { return !serves(*P); });
  return Result;
}

std::vector<std::string> entryTitles(const Evidence &E,
                                     llvm::ArrayRef<Site> Sites) {
  std::set<std::string> Titles;
  for (const EntryPoint *P : entries(E, Sites))
    Titles.insert(E.Known.titleOf(*P));
  return {Titles.begin(), Titles.end()};
}

std::string requestClause(const Evidence &E, llvm::ArrayRef<Site> Sites) {
  std::set<std::string> Names;
  for (const EntryPoint *P : entries(E, Sites))
    Names.insert(E.Known.nameOf(*P));
  if (Names.empty())
    return "";
  std::string Text = ", on ";
  size_t Shown = Names.size() <= MaxNames ? Names.size() : MaxNames - 1;
  size_t I = 0;
  for (const std::string &Name : Names) {
    if (I == Shown)
      break;
    Text += (I == 0 ? "" : I + 1 == Names.size() ? " and " : ", ") + Name;
    ++I;
  }
  if (Shown < Names.size())
    Text += " and " + std::to_string(Names.size() - Shown) + " more";
  return Text;
}

std::vector<VerdictNote> chainNotes(const Evidence &E, const Site &At) {
  Chain C = E.Known.Reach.chainTo(*At.In, At.Loc);
  if (!C.Start)
    return {};
  std::vector<VerdictNote> Notes;
  std::string Name = E.Known.nameOf(*C.Start);
  bool Route = llvm::StringRef(Name).starts_with("'") && !C.Start->Takes &&
               !C.Start->By->Override;
  std::string Start = C.Start->Takes || C.Start->By->Override
                          ? Name + " starts here"
                      : Route ? Name + " is registered here"
                              : "here: " + Name;
  Notes.push_back(
      {NoteRole::Path, sourceLocation(E.Prog, C.Start->Loc), Start});
  if (C.Omitted != 0)
    Notes.push_back({NoteRole::Path, Notes.front().Loc,
                     std::to_string(C.Omitted) + " more calls on the way"});
  for (const Chain::Step &S : C.Steps) {
    std::string Callee = quotedName(E.Prog.text(S.Callee->QualifiedName));
    Notes.push_back(
        {NoteRole::Path,
         sourceLocation(E.Prog, S.Site ? S.Site->Loc : S.Callee->Loc),
         "calls " + Callee});
  }
  return Notes;
}

bool isProven(const Evidence &E, const Site &At) {
  return E.Known.Reach.surelyOnRequest(*At.In, At.Loc);
}

} // namespace stateless
