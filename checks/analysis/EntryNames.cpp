//===- EntryNames.cpp - What entry points are called ----------------------===//
#include "analysis/EntryNames.h"

namespace stateless {

/// The one text that \p Id has in the function that states it; else empty.
static std::string onlyText(const PathValues &Values, ValueId Id,
                            const EntryPoint &E) {
  if (!Id || !E.In)
    return "";
  std::vector<KnownText> Texts = Values.texts(Id, *E.In, E.Through);
  if (Texts.size() != 1 || Texts[0].Prefix.empty())
    return "";
  return Texts[0].Prefix + (Texts[0].Complete ? "" : "...");
}

/// "GET /cart", "/cart", or empty: the code does not say.
static std::string routeOf(const Program &Prog, const PathValues &Values,
                           const EntryPoint &E) {
  if (!E.By || E.By->Override)
    return "";
  std::string Route = onlyText(Values, E.By->Route, E);
  if (Route.empty())
    return "";
  std::string Method = Prog.text(E.By->Method).str();
  if (Method.empty())
    Method = onlyText(Values, E.By->Verb, E);
  return Method.empty() ? Route : Method + " " + Route;
}

static std::string quoted(llvm::StringRef Name) {
  return Name.contains('\'') ? Name.str() : ("'" + Name + "'").str();
}

/// Where no route names it.
static std::string describe(const Program &Prog, const EntryPoint &E) {
  std::string Handler = quoted(Prog.text(E.Handler->QualifiedName));
  if (E.Takes)
    return "the request loop in " + Handler;
  switch (E.Kind) {
  case EntryKind::Signal:
    return "the signal handler " + Handler;
  case EntryKind::Timer:
    return "the timer of '" + Prog.text(E.By->By).str() + "'";
  case EntryKind::Thread:
    return "the thread of '" + Prog.text(E.By->By).str() + "'";
  case EntryKind::Exit:
    return "the end of the process, by " + Handler;
  case EntryKind::Fork:
    return "the start of a child process, by " + Handler;
  default:
    break;
  }
  if (E.By->Override)
    return Handler;
  return (E.Kind == EntryKind::Message ? "consumer" : "handler") +
         (" registered by '" + Prog.text(E.By->By) + "'").str();
}

std::string entryName(const Program &Prog, const PathValues &Values,
                      const EntryPoint &E) {
  std::string Route = routeOf(Prog, Values, E);
  return Route.empty() ? describe(Prog, E) : "'" + Route + "'";
}

std::string entryTitle(const Program &Prog, const PathValues &Values,
                       const EntryPoint &E) {
  std::string Route = routeOf(Prog, Values, E);
  return Route.empty() ? describe(Prog, E) : Route;
}

SortedTexts::SortedTexts(llvm::ArrayRef<std::string> All)
    : Texts(All.begin(), All.end()) {
  llvm::sort(Texts);
  Texts.erase(llvm::unique(Texts), Texts.end());
  for (const std::string &Text : All)
    RankOf.push_back(llvm::lower_bound(Texts, Text) - Texts.begin());
}

std::vector<llvm::StringRef>
SortedTexts::of(llvm::ArrayRef<size_t> Positions) const {
  std::vector<uint32_t> Ranks;
  for (size_t Position : Positions)
    Ranks.push_back(RankOf[Position]);
  llvm::sort(Ranks);
  Ranks.erase(llvm::unique(Ranks), Ranks.end());
  std::vector<llvm::StringRef> Result;
  for (uint32_t Rank : Ranks)
    Result.push_back(Texts[Rank]);
  return Result;
}

llvm::StringRef entryKindName(EntryKind Kind) {
  switch (Kind) {
  case EntryKind::Request:
    return "request";
  case EntryKind::Message:
    return "message";
  case EntryKind::Timer:
    return "timer";
  case EntryKind::Signal:
    return "signal";
  case EntryKind::Thread:
    return "thread";
  case EntryKind::Exit:
    return "exit";
  case EntryKind::Fork:
    return "fork";
  }
  return "";
}

} // namespace stateless
