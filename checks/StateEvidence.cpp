//===- StateEvidence.cpp - What is said of a state object -----------------===//
//
// See StateEvidence.h. What would not help a reader is counted, not shown.
//
//===----------------------------------------------------------------------===//
#include "StateEvidence.h"

namespace stateless {

/// Notes beyond these add nothing to a reader's understanding.
static constexpr size_t MaxNotes = 8;
static constexpr size_t MaxReaders = 2;
/// An object with hundreds of written fields needs no more evidence than this.
static constexpr size_t MaxVerdictNotes = 64;
/// Sites whose entry points are named.
static constexpr size_t MaxSites = 16;

std::string writerNames(const Program &Prog, llvm::ArrayRef<Write> Writes) {
  std::vector<std::string> Names;
  llvm::DenseSet<StringId> Seen; // Overloads have one name.
  for (const Write &W : Writes)
    if (Seen.insert(W.By->QualifiedName).second)
      Names.push_back(quotedName(Prog.text(W.By->QualifiedName)));
  return listNames(Names);
}

/// Beside writes that are certain, those that may be are not worth naming.
static std::vector<Write> worthNaming(llvm::ArrayRef<Write> Writes) {
  std::vector<Write> Sure;
  llvm::copy_if(Writes, std::back_inserter(Sure),
                [](const Write &W) { return W.Certain; });
  return Sure.empty() ? Writes.vec() : Sure;
}

std::vector<Site> sitesOf(llvm::ArrayRef<WrittenState> All) {
  std::vector<Site> Sites;
  for (const WrittenState &S : All) {
    std::vector<Write> Writes = worthNaming(S.Seen->Writes);
    for (const Write &W : llvm::ArrayRef(Writes).take_front(MaxSites))
      Sites.push_back({W.By, W.Loc});
  }
  return Sites;
}

std::string writtenClause(const Evidence &E, const Assessment &A) {
  if (A.OutOfSight)
    return "may be written by another translation unit";
  std::string Names = writerNames(E.Prog, worthNaming(A.Writes));
  std::string Requests = requestClause(E, sitesOf({{&A, {}}}));
  if (A.Level == Confidence::Possible)
    return "may be written: " + describeWrite(E.Prog, A.Writes.front()) +
           " in " + Names + Requests;
  bool IsMade = llvm::all_of(A.Writes, [](const Write &W) {
    return W.Kind == WriteKind::Initialization;
  });
  return (IsMade ? "is made on first use by "
                 : "is written after start-up by ") +
         Names + Requests;
}

/// "Request::body" of "httplib::Request::body"; a key stays as it is. The last
/// \p Parts of the name.
static std::string lastParts(llvm::StringRef Name, unsigned Parts) {
  size_t At = Name.find('(');
  for (; Parts != 0 && At != 0; --Parts) {
    At = Name.take_front(At).rfind("::");
    if (At == llvm::StringRef::npos)
      return Name.str();
  }
  return Name.drop_front(At + 2).str();
}

/// "'Request::body'", "what 'recv' receives", "what the request brings".
static std::string partNames(const Evidence &E, const DataOrigin &What) {
  std::vector<std::string> Named, Received;
  bool All = false;
  for (const DataOrigin::Part &P : What.Requests) {
    llvm::StringRef Name = E.Prog.text(P.Name);
    All |= Name.empty();
    if (P.Of && !Name.empty()) {
      auto Kind = E.Options.DataKinds.kindOf(lastParts(Name, 1));
      Named.push_back("'" + lastParts(Name, 2) + "'" +
                      (Kind ? " (" + Kind->str() + ")" : ""));
    } else if (!Name.empty())
      Received.push_back("'" + Name.str() + "'");
  }
  for (std::vector<std::string> *Names : {&Named, &Received}) {
    llvm::sort(*Names);
    Names->erase(llvm::unique(*Names), Names->end());
  }
  if (!Named.empty())
    return listNames(Named);
  return All ? "what the request brings"
             : "what " + listNames(Received) +
                   (Received.size() == 1 ? " receives" : " receive");
}

/// "'GET /me' and 'GET /you'": the entry points that read \p Symbol.
static std::string readersOf(const Evidence &E, SymbolId Symbol) {
  std::vector<Site> Sites;
  for (const ReadSite &R : E.Known.Writes.readsOf(Symbol))
    if (Sites.size() < MaxSites &&
        !isOutsideServing(E.Known.Times.of(*R.By, R.Loc)))
      Sites.push_back({R.By, R.Loc});
  return entryList(E, Sites);
}

static std::string rememberedClause(const Evidence &E, const Assessment &A,
                                    SymbolId Symbol, const DataOrigin &What) {
  std::string Clause = ": remembers " + partNames(E, What);
  std::string For = readersOf(E, Symbol);
  if (For.empty())
    return Clause;
  bool Same = For == entryList(E, sitesOf({{&A, Symbol}}));
  return Clause + " for " + (Same ? "later requests" : For);
}

/// What the writes of \p A leave in \p Symbol, and for whom; empty if that is
/// not clear.
static std::string carriedClause(const Evidence &E, const Assessment &A,
                                 SymbolId Symbol, const CarryOver &Carried) {
  switch (Carried.Kind) {
  case CarryKind::Unclear:
    return "";
  case CarryKind::Accumulates:
    return ": each change builds on the last";
  case CarryKind::DiffersByReplica: {
    std::vector<std::string> Names;
    for (const auto *From : {&Carried.What.Varying, &Carried.What.Threads})
      for (SymbolId Name : *From)
        Names.push_back("'" + E.Prog.text(Name).str() + "'");
    return ": differs by replica, made of " + listNames(Names);
  }
  case CarryKind::Remembers:
    return rememberedClause(E, A, Symbol, Carried.What);
  }
  return "";
}

/// Of many states, enough to tell what kind of thing is left.
static constexpr size_t MaxCarried = 16;

static void addCarried(const Evidence &E, llvm::ArrayRef<WrittenState> All,
                       Verdict &Into) {
  for (const WrittenState &S : All.take_front(MaxCarried)) {
    CarryOver Carried = carryOver(E.Known.Origins, S.Symbol, S.Seen->Writes);
    Into.Carried = std::max(Into.Carried, Carried.Kind);
    if (All.size() == 1)
      Into.Message += carriedClause(E, *S.Seen, S.Symbol, Carried);
    if (Into.Carried == CarryKind::Remembers)
      break;
  }
}

static void addNote(VerdictNote Note, Verdict &Into) {
  // Two fields may be written by one expression.
  if (!llvm::is_contained(Into.Notes, Note))
    Into.Notes.push_back(std::move(Note));
}

static void addWriteNotes(const Evidence &E, llvm::ArrayRef<Write> Writes,
                          Verdict &Into) {
  // Instantiations of one function write at one place.
  std::vector<VerdictNote> Notes;
  llvm::DenseSet<std::pair<StringId, std::pair<uint32_t, uint32_t>>> More;
  for (const Write &W : Writes) {
    if (Notes.size() == MaxNotes) {
      More.insert({W.Loc.File, {W.Loc.Line, W.Loc.Column}});
      continue;
    }
    VerdictNote Note{NoteRole::Write, sourceLocation(E.Prog, W.Loc),
                     (W.Certain ? "written by " : "may be written by ") +
                         quotedName(E.Prog.text(W.By->QualifiedName)) + " (" +
                         describeWrite(E.Prog, W) + ")"};
    if (!llvm::is_contained(Notes, Note))
      Notes.push_back(std::move(Note));
  }
  for (VerdictNote &Note : Notes)
    addNote(std::move(Note), Into);
  if (!More.empty())
    addNote({NoteRole::Detail, Into.Loc,
             std::to_string(More.size()) + " more writes"},
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
  addCarried(E, All, Into);
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

void weakenIfMixed(const Evidence &E, SymbolId Class, Assessment &A) {
  if (!E.Known.Lives.hasPassingObjects(Class))
    return;
  A.Level = Confidence::Possible;
  A.Basis = {GroundsKind::MixedObjects};
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
  Out.Pattern = Prog.text(V.Pattern).str();
  if (V.Pattern)
    Out.Instances.push_back({Prog.text(V.Instance).str(), Out.Mangled});
  if (const Function *F = Prog.function(V.Function))
    Out.Function = Prog.text(F->QualifiedName).str();
  return Out;
}

Verdict verdictOn(const Program &Prog, const Field &F) {
  return describe(Prog, F);
}

Verdict verdictOn(const Program &Prog, const StateObject &O) {
  return O.Var ? verdictOn(Prog, *O.Var) : verdictOn(Prog, *O.Of);
}

} // namespace stateless
