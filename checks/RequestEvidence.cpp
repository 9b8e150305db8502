//===- RequestEvidence.cpp - From the request to the evidence -------------===//
#include "RequestEvidence.h"
#include "analysis/Analyses.h"

namespace stateless {

/// Names beyond these do not help a reader.
static constexpr size_t MaxNames = 3;

SourceLocation sourceLocation(const Program &Prog, const Location &Loc) {
  return {Prog.text(Loc.File).str(), Loc.Line, Loc.Column};
}

std::string quotedName(llvm::StringRef Name) {
  return Name.contains('\'') ? Name.str() : ("'" + Name + "'").str();
}

/// Entry points of all sites by position; if any serves, only such.
static std::vector<size_t> entries(const Evidence &E,
                                   llvm::ArrayRef<Site> Sites) {
  // One line of a function is reached as a whole.
  llvm::DenseSet<std::pair<const Function *, uint32_t>> Asked;
  std::vector<size_t> Result;
  for (const Site &S : Sites)
    if (Asked.insert({S.In, S.Loc.Line}).second)
      for (const EntryPoint *P : E.Known.Reach.entriesTo(*S.In, S.Loc))
        Result.push_back(E.Known.positionOf(*P));
  llvm::sort(Result);
  Result.erase(llvm::unique(Result), Result.end());
  auto Serves = [&](size_t Position) {
    return serves(E.Known.Graph.entryPoints()[Position]);
  };
  if (llvm::any_of(Result, Serves))
    llvm::erase_if(Result, [&](size_t Position) { return !Serves(Position); });
  return Result;
}

std::vector<std::string> entryTitles(const Evidence &E,
                                     llvm::ArrayRef<Site> Sites) {
  std::vector<std::string> Titles;
  for (llvm::StringRef Title : E.Known.EntryTitles.of(entries(E, Sites)))
    Titles.push_back(Title.str());
  return Titles;
}

std::string listNames(llvm::ArrayRef<std::string> Names) {
  std::string Text;
  size_t Shown = Names.size() <= MaxNames ? Names.size() : MaxNames - 1;
  for (size_t I = 0; I < Shown; ++I)
    Text += (I == 0 ? "" : I + 1 == Names.size() ? " and " : ", ") + Names[I];
  if (Shown < Names.size())
    Text += " and " + std::to_string(Names.size() - Shown) + " more";
  return Text;
}

std::string entryList(const Evidence &E, llvm::ArrayRef<Site> Sites) {
  std::vector<std::string> Names;
  for (llvm::StringRef Name : E.Known.EntryNames.of(entries(E, Sites)))
    Names.push_back(Name.str());
  return listNames(Names);
}

std::string requestClause(const Evidence &E, llvm::ArrayRef<Site> Sites) {
  std::string Names = entryList(E, Sites);
  return Names.empty() ? "" : ", on " + Names;
}

std::vector<VerdictNote> chainNotes(const Evidence &E, const Site &At) {
  Chain C = E.Known.Reach.chainTo(*At.In, At.Loc);
  if (!C.Start)
    return {};
  std::vector<VerdictNote> Notes;
  std::string Name = E.Known.nameOf(*C.Start);
  std::string Start = C.Start->Takes || C.Start->By->Override
                          ? Name + " starts here"
                      : E.Known.isRoute(*C.Start) ? Name + " is registered here"
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
