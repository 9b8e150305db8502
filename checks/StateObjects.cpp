//===- StateObjects.cpp - What checks on state have in common -------------===//
#include "StateObjects.h"
#include "Constness.h"
#include "analysis/Analyses.h"
#include "llvm/ADT/StringSwitch.h"
#include <array>

namespace stateless {

/// Notes beyond these add nothing to a reader's understanding.
static constexpr size_t MaxNotes = 8;
static constexpr size_t MaxReaders = 2;
/// An object with hundreds of written fields needs no more evidence than this.
static constexpr size_t MaxVerdictNotes = 64;
/// Sites whose entry points are named.
static constexpr size_t MaxSites = 16;

const Type &coreType(const Program &Prog, TypeId T) {
  const Type *At = &Prog.type(T);
  for (unsigned Depth = 0; Depth < 8 && !At->Args.empty(); ++Depth) {
    bool Wrapper = At->Kind == TypeKind::Pointer ||
                   At->Kind == TypeKind::LValueReference ||
                   At->Kind == TypeKind::RValueReference ||
                   At->Kind == TypeKind::Array || At->PointerLike;
    if (!Wrapper)
      break;
    At = &Prog.type(At->Args[0]);
  }
  return *At;
}

/// The categories of types that hold nothing that a user cares about.
static Reason exemption(llvm::StringRef Category) {
  ReasonKind Kind =
      llvm::StringSwitch<ReasonKind>(Category)
          .Case("synchronization", ReasonKind::SynchronizationOnly)
          .Cases("logger", "metrics", "tracing", "connection-pool",
                 ReasonKind::ExemptType)
          .Cases("random-engine", "io-object", "thread", ReasonKind::ExemptType)
          .Default(ReasonKind::None);
  if (Kind != ReasonKind::ExemptType)
    return {Kind};
  return {Kind, Category.str()};
}

/// By the type's name, or by an alias (pthread_once_t is an int).
static llvm::StringRef categoryOf(const Evidence &E, const Type &T) {
  if (auto Category = E.Options.Types.categoryOf(E.Prog.text(T.Name)))
    return *Category;
  for (StringId Alias : T.Aliases)
    if (auto Category = E.Options.Types.categoryOf(E.Prog.text(Alias)))
      return *Category;
  return "";
}

/// A class of the project that holds nothing but synchronisation.
static bool isSynchronization(const Evidence &E, const Type &T,
                              unsigned Depth = 0) {
  if (categoryOf(E, T) == "synchronization")
    return true;
  const Class *C = E.Prog.classOf(T.Symbol);
  if (!C || C->Fields.empty() || Depth > 4)
    return false;
  return llvm::all_of(C->Fields, [&](SymbolId Symbol) {
    const Field *F = E.Prog.field(Symbol);
    return F && isSynchronization(E, E.Prog.type(F->Type), Depth + 1);
  });
}

Reason benignType(const Evidence &E, TypeId T) {
  const Type &Core = coreType(E.Prog, T);
  if (isSynchronization(E, Core))
    return {ReasonKind::SynchronizationOnly};
  return exemption(categoryOf(E, Core));
}

/// A write that a request makes for sure.
static bool proves(const Evidence &E, const Write &W) {
  return W.Certain && W.Sole && W.When == Phase::Request &&
         isProven(E, {W.By, W.Loc});
}

/// Takes out what start-up writes, and what nothing calls, and puts the best
/// evidence first.
static void keepServing(const Evidence &E, std::vector<Write> &Writes) {
  llvm::erase_if(Writes, [&](const Write &W) {
    return isOutsideServing(W.When) || E.Known.Dead.neverRuns(*W.By);
  });
  for (Write &W : Writes)
    W.Certain &= !E.Known.Dead.runsOnlyIfAsked(*W.By);
  std::array<std::vector<Write>, 8> ByRank;
  for (const Write &W : Writes)
    ByRank[(proves(E, W) ? 0 : 4) + (W.Certain ? 0 : 2) +
           (W.When == Phase::Request ? 0 : 1)]
        .push_back(W);
  Writes.clear();
  for (const std::vector<Write> &List : ByRank)
    llvm::append_range(Writes, List);
}

/// The table of docs/architecture.md; Writes is not empty.
static void setConfidence(const Evidence &E, Assessment &A) {
  const Write &Best = A.Writes.front();
  bool Requested = Best.When == Phase::Request;
  if (proves(E, Best)) {
    A.Level = Confidence::Proven;
    A.Basis = {GroundsKind::SureRequest};
  } else if (Best.Certain) {
    A.Level = Confidence::Likely;
    A.Basis = {Requested ? GroundsKind::OneOfSeveralCalls
               : E.Known.Reach.reached(*Best.By) ? GroundsKind::ThreadOrSignal
                                                 : GroundsKind::NoEntryPoint};
  } else {
    A.Level = Confidence::Possible;
    A.Basis = {GroundsKind::UnseenWrite, describeWrite(E.Prog, Best)};
  }
}

void regrade(const Evidence &E, Assessment &A) { setConfidence(E, A); }

/// An object by value of a class without data: who "writes" it writes others
/// of its kind.
static bool holdsNothing(const Program &Prog, TypeId T, unsigned Depth = 0) {
  const Class *C = Prog.classOf(T);
  return C && Depth < 8 && !C->Template && C->Fields.empty() &&
         llvm::all_of(
             C->Bases,
             [&](TypeId Base) { return holdsNothing(Prog, Base, Depth + 1); });
}

/// A write that needs what was there before (`Count = Count + 1`) is no flag.
static bool readsBefore(const Evidence &E, const Write &W, SymbolId Symbol) {
  return llvm::any_of(E.Known.Writes.readsOf(Symbol), [&](const ReadSite &R) {
    return R.By == W.By && R.Loc.File == W.Loc.File && R.Loc.Line == W.Loc.Line;
  });
}

/// Why writes of which none counts make no state.
static ReasonKind quietReason(const Evidence &E, llvm::ArrayRef<Write> Writes) {
  if (Writes.empty())
    return ReasonKind::NeverWritten;
  std::vector<Write> Run(Writes);
  llvm::erase_if(Run,
                 [&](const Write &W) { return E.Known.Dead.neverRuns(*W.By); });
  Writes = Run;
  if (Writes.empty())
    return ReasonKind::DeadWritersOnly;
  auto StartsUp = [](const Write &W) { return W.When == Phase::StartUp; };
  if (llvm::all_of(Writes, StartsUp))
    return ReasonKind::StartUpOnly;
  return llvm::any_of(Writes, StartsUp) ? ReasonKind::StartUpAndEnd
                                        : ReasonKind::EndOnly;
}

Assessment assess(const Evidence &E, const Variable &V) {
  Assessment A;
  auto Benign = [&](Reason Why) {
    A.Benign = true;
    A.Why = std::move(Why);
    return A;
  };
  Mutability M = mutabilityOf(E.Prog, V.Type, E.Options.Types);
  if (V.Constexpr || M == Mutability::Constant)
    return Benign({ReasonKind::Constant});
  if (Reason Why = benignType(E, V.Type))
    return Benign(std::move(Why));
  if (holdsNothing(E.Prog, V.Type))
    return Benign({ReasonKind::NoData});
  llvm::ArrayRef<Write> All = E.Known.Writes.writesOf(V.Symbol);
  A.Writes.assign(All.begin(), All.end());
  keepServing(E, A.Writes);
  // A constant that points to something mutable cannot be written by name.
  bool InSight = V.Link != Linkage::External || E.Prog.isWhole();
  if (A.Writes.empty()) {
    if (InSight)
      return Benign({quietReason(E, All)});
    A.Level = Confidence::Possible;
    A.Basis = {GroundsKind::PartAnalysed};
    A.OutOfSight = true;
    return A;
  }
  const llvm::DenseSet<SymbolId> &Handlers = E.Known.SignalHandlers;
  if (InSight && llvm::all_of(A.Writes, [&](const Write &W) {
        return Handlers.contains(W.By->Symbol) &&
               (W.Kind == WriteKind::Assignment ||
                W.Kind == WriteKind::MethodCall) &&
               !readsBefore(E, W, V.Symbol);
      }))
    return Benign({ReasonKind::ShutdownFlag});
  setConfidence(E, A);
  return A;
}

Assessment assess(const Evidence &E, const Field &F) {
  Assessment A;
  Reason Why;
  if (!F.Mutable &&
      mutabilityOf(E.Prog, F.Type, E.Options.Types) == Mutability::Constant)
    Why = {ReasonKind::Constant};
  else
    Why = benignType(E, F.Type);
  llvm::ArrayRef<Write> All = E.Known.Writes.writesOf(F.Symbol);
  A.Writes.assign(All.begin(), All.end());
  keepServing(E, A.Writes);
  if (!Why && A.Writes.empty())
    Why = {quietReason(E, All)};
  if (Why) {
    A.Benign = true;
    A.Why = Why;
    return A;
  }
  setConfidence(E, A);
  return A;
}

std::string writerNames(const Program &Prog, llvm::ArrayRef<Write> Writes) {
  std::vector<std::string> Names;
  llvm::DenseSet<StringId> Seen; // Overloads have one name.
  for (const Write &W : Writes)
    if (Seen.insert(W.By->QualifiedName).second)
      Names.push_back(quotedName(Prog.text(W.By->QualifiedName)));
  return listNames(Names);
}

std::vector<Site> sitesOf(llvm::ArrayRef<WrittenState> All) {
  std::vector<Site> Sites;
  for (const WrittenState &S : All)
    for (const Write &W : llvm::ArrayRef(S.Seen->Writes).take_front(MaxSites))
      Sites.push_back({W.By, W.Loc});
  return Sites;
}

std::string writtenClause(const Evidence &E, const Assessment &A) {
  if (A.OutOfSight)
    return "may be written by another translation unit";
  std::string Names = writerNames(E.Prog, A.Writes);
  std::string Requests = requestClause(E, sitesOf({{&A, {}}}));
  if (A.Level == Confidence::Possible)
    return "may be written: " + describeWrite(E.Prog, A.Writes.front()) +
           " in " + Names + Requests;
  return "is written after start-up by " + Names + Requests;
}

static void addNote(VerdictNote Note, Verdict &Into) {
  // Two fields may be written by one expression.
  if (!llvm::is_contained(Into.Notes, Note))
    Into.Notes.push_back(std::move(Note));
}

static void addWriteNotes(const Evidence &E, llvm::ArrayRef<Write> Writes,
                          Verdict &Into) {
  for (const Write &W : Writes.take_front(MaxNotes))
    addNote({NoteRole::Write, sourceLocation(E.Prog, W.Loc),
             (W.Certain ? "written by " : "may be written by ") +
                 quotedName(E.Prog.text(W.By->QualifiedName)) + " (" +
                 describeWrite(E.Prog, W) + ")"},
            Into);
  if (Writes.size() > MaxNotes)
    addNote({NoteRole::Detail, Into.Loc,
             std::to_string(Writes.size() - MaxNotes) + " more writes"},
            Into);
}

/// Who reads it while the program serves, writers apart; \p Into are the
/// places.
static void addReaders(const Evidence &E, const WrittenState &S,
                       std::vector<Site> &Into, Verdict &Said) {
  size_t Places = 0, Shown = 0;
  llvm::DenseSet<const Function *> Named;
  for (const Write &W : S.Seen->Writes)
    Named.insert(W.By);
  for (const ReadSite &R : E.Known.Writes.readsOf(S.Symbol)) {
    if (Places == MaxSites && Shown == MaxReaders)
      break;
    if (isOutsideServing(E.Known.Times.of(*R.By, R.Loc)))
      continue;
    if (Places < MaxSites) {
      Into.push_back({R.By, R.Loc});
      ++Places;
    }
    if (Shown == MaxReaders || Said.Notes.size() >= MaxVerdictNotes ||
        !Named.insert(R.By).second)
      continue;
    ++Shown;
    addNote({NoteRole::Read, sourceLocation(E.Prog, R.Loc),
             "read by " + quotedName(E.Prog.text(R.By->QualifiedName))},
            Said);
  }
}

void addEvidence(const Evidence &E, llvm::ArrayRef<WrittenState> All,
                 Verdict &Into) {
  std::vector<Site> Readers;
  for (const WrittenState &S : All) {
    const Assessment &A = *S.Seen;
    if (!Into.Basis || A.Level > Into.Level) {
      Into.Level = A.Level;
      Into.Basis = A.Basis;
    }
    if (Into.Notes.size() < MaxVerdictNotes) {
      if (!A.Writes.empty())
        for (VerdictNote &Note :
             chainNotes(E, {A.Writes.front().By, A.Writes.front().Loc}))
          addNote(std::move(Note), Into);
      addWriteNotes(E, A.Writes, Into);
      if (Into.Notes.size() >= MaxVerdictNotes)
        addNote({NoteRole::Detail, Into.Loc, "further evidence is left out"},
                Into);
    }
    addReaders(E, S, Readers, Into);
  }
  Into.EntryPoints = entryTitles(E, sitesOf(All));
  Into.ReadEntryPoints = entryTitles(E, Readers);
}

void addEvidence(const Evidence &E, const Assessment &A, SymbolId Symbol,
                 Verdict &Into) {
  if (A.OutOfSight) {
    Into.Kind = VerdictKind::Unsettled;
    Into.Why = {ReasonKind::PartAnalysed};
  }
  addEvidence(E, {{&A, Symbol}}, Into);
}

void addHolders(const Evidence &E, SymbolId Class, Verdict &Into) {
  if (const EntryPoint *P = E.Known.Lives.handlerOf(Class))
    Into.Notes.push_back({NoteRole::Holder, sourceLocation(E.Prog, P->Loc),
                          "kept alive by the handler that is registered here"});
  for (SymbolId Symbol : E.Known.Lives.holders(Class)) {
    Location Loc;
    std::string Name;
    if (const Variable *V = E.Prog.variable(Symbol)) {
      Loc = V->Loc;
      Name = "'" + E.Prog.text(V->QualifiedName).str() + "'";
      const Function *In = E.Prog.function(V->Function);
      if (V->Where == Storage::Automatic && In)
        Name = "'" + E.Prog.text(V->Name).str() + "' in " +
               quotedName(E.Prog.text(In->QualifiedName));
    } else if (const Field *By = E.Prog.field(Symbol)) {
      Loc = By->Loc;
      Name = "'" + E.Prog.text(By->QualifiedName).str() + "'";
    }
    if (Loc)
      Into.Notes.push_back({NoteRole::Holder, sourceLocation(E.Prog, Loc),
                            "kept alive by " + Name});
  }
}

template <typename Object>
static Verdict describe(const Program &Prog, const Object &O) {
  Verdict Out;
  Out.Loc = sourceLocation(Prog, O.Loc);
  Out.Symbol = Prog.text(O.QualifiedName).str();
  Out.Type = Prog.text(Prog.type(O.Type).Spelling).str();
  Out.Identity = Out.Symbol;
  Out.Subject = Prog.text(O.Symbol).str();
  for (StringId Text : O.Annotations)
    Out.Annotations.push_back(Prog.text(Text).str());
  return Out;
}

Verdict verdictOn(const Program &Prog, const Variable &V) {
  Verdict Out = describe(Prog, V);
  Out.Mangled = Prog.text(V.Mangled).str();
  if (const Function *F = Prog.function(V.Function))
    Out.Function = Prog.text(F->QualifiedName).str();
  return Out;
}

Verdict verdictOn(const Program &Prog, const Field &F) {
  return describe(Prog, F);
}

} // namespace stateless
