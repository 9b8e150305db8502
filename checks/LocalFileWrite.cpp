//===- LocalFileWrite.cpp - stateless-local-file-write --------------------===//
//
// Every operation that creates, writes, renames or deletes files gets a verdict
// from the values of its paths and its mode: where does it write, and may a
// stateless process write there? A finding stands at the call, or at the call
// of a wrapper that decides the path. It must not know function names.
//
//===----------------------------------------------------------------------===//
#include "FileModes.h"
#include "FileResources.h"
#include "ShellCommand.h"
#include "analysis/Analyses.h"
#include "facts/ControlFlow.h"
#include "facts/EnumNames.h"
#include <map>

namespace stateless {

namespace {

//===-- What it speaks for ------------------------------------------------===//

/// What stands in the place of an operation's path.
enum class PathKind : uint8_t { File, Database, CommandLine };

/// A kind of operation that this check judges. Its category is its word.
struct FileKind {
  OperationKind Kind;
  PathKind Path;
  llvm::StringLiteral Does;
  llvm::StringLiteral MayDo;   ///< It is not sure that it is this path.
  llvm::StringLiteral At = ""; ///< Between these and a path without a name.
};

constexpr FileKind FileKinds[] = {
    {OperationKind::Open, PathKind::File, "writes", "may write"},
    {OperationKind::Write, PathKind::File, "writes", "may write"},
    {OperationKind::Rename, PathKind::File, "renames or links",
     "may rename or link"},
    {OperationKind::Delete, PathKind::File, "deletes", "may delete"},
    {OperationKind::Database, PathKind::Database, "opens the local database",
     "may open the local database", " at"},
    {OperationKind::LogSink, PathKind::File, "logs to the local file",
     "may log to the local file", " at"},
    {OperationKind::Shell, PathKind::CommandLine, "runs a command that writes",
     "may run a command that writes"},
};

/// An operation of such a kind, and the values that decide.
struct FileOperation {
  const Operation &Fact;
  const FileKind &Kind;
  std::vector<ValueId> Values; ///< Its paths, its modes, what its tests ask.
  std::vector<ModeSyntax> Modes;
  std::vector<const GuardedBlocks *> Tests; ///< It runs where they are passed.

  size_t paths() const { return Values.size() - Modes.size() - Tests.size(); }
};

/// \p Fact of \p F, if this check speaks for its kind.
std::optional<FileOperation> fileOperation(const Function &F,
                                           const Operation &Fact) {
  const FileKind *Kind = llvm::find_if(
      FileKinds, [&](const FileKind &K) { return K.Kind == Fact.Kind; });
  if (Kind == std::end(FileKinds))
    return std::nullopt;
  FileOperation Result{Fact, *Kind, valuesOf(Fact, ValueRole::Path), {}, {}};
  for (const NamedValue &V : Fact.Values)
    if (V.Role == ValueRole::Mode) {
      Result.Values.push_back(V.Value);
      Result.Modes.push_back(V.Syntax);
    }
  if (F.Control.size() == 1)
    Result.Tests = guardsOf(F.Control.front(), Fact.Loc);
  for (const GuardedBlocks *Test : Result.Tests)
    Result.Values.push_back(Test->Parameter);
  return Result;
}

//===-- What it says of them ----------------------------------------------===//

enum class Target : uint8_t { Allowed, Unknown, Configurable, Outside };

/// A path that an operation may write, and what that means.
struct Written {
  Target Where = Target::Allowed;
  std::string Path; ///< What is known of it.
  bool Complete = true;
  std::string Command = {}; ///< The command that writes it, if known.
  bool Mixed = false;       ///< Perhaps the path of another object.
  StringId Variable = {};   ///< Of the environment: it configures the path.
};

bool isBelow(llvm::StringRef Path, llvm::StringRef Root) {
  if (Root == "/" || Path == Root)
    return true;
  return Path.consume_front(Root) && Path.starts_with("/");
}

class FileWriteCheck {
public:
  FileWriteCheck(const Evidence &E, VerdictSink &Out)
      : E(E), Prog(E.Prog), Out(Out),
        Serves(llvm::any_of(E.Known.Graph.entryPoints(), serves)) {}

  void run() {
    for (const Function &F : Prog.functions())
      for (const Operation &Fact : F.Operations)
        if (std::optional<FileOperation> Op = fileOperation(F, Fact))
          judge(F, *Op);
    std::vector<FileFinding> Findings;
    for (auto &[Where, F] : Verdicts)
      if (F.V.Kind == VerdictKind::Benign)
        Out.report(std::move(F.V));
      else
        Findings.push_back(std::move(F));
    for (FileFinding &F : joinResources(std::move(Findings)))
      Out.report(withRequests(std::move(F)));
  }

private:
  //===-- Where a path leads ----------------------------------------------===//

  bool isDevice(llvm::StringRef Path) const {
    return llvm::any_of(E.Options.Known.Devices, [&](const DeviceModel &M) {
      return matchesGlob(M.Path, Path);
    });
  }

  /// True if a path that goes on behind the folder \p Start, which ends with a
  /// slash, may be a device.
  bool mayBeDevice(llvm::StringRef Start) const {
    return llvm::any_of(E.Options.Known.Devices, [&](const DeviceModel &M) {
      llvm::StringRef Named = llvm::StringRef(M.Path).split('*').first;
      return Named.rsplit('/').first == Start.drop_back() ||
             matchesGlob(M.Path, Start);
    });
  }

  Target classify(const KnownText &T) const {
    std::string Path = normalizePath(T.Prefix);
    if (T.Complete) {
      if (isDevice(Path))
        return Target::Allowed;
      return llvm::any_of(
                 E.Options.WritableRoots,
                 [&](const std::string &Root) { return isBelow(Path, Root); })
                 ? Target::Allowed
                 : Target::Outside;
    }
    Target Open = T.Configurable ? Target::Configurable : Target::Unknown;
    if (T.Prefix.empty())
      return Open;
    // The directory part is settled; the last name may go on.
    llvm::StringRef Prefix = T.Prefix;
    if (!Prefix.starts_with("/"))
      return Target::Outside;
    std::string Directory = normalizePath(Prefix.rsplit('/').first);
    std::string Start = Directory == "/" ? "/" : Directory + "/";
    Start += Prefix.rsplit('/').second;
    for (const std::string &Root : E.Options.WritableRoots) {
      if (isBelow(Directory, Root))
        return Target::Allowed;
      // "/tm" may yet become "/tmp/x".
      if (llvm::StringRef(Root + "/").starts_with(Start))
        return Open;
    }
    if (llvm::StringRef(Start).ends_with("/") && mayBeDevice(Start))
      return Open;
    return Target::Outside;
  }

  static bool isInMemory(const KnownText &T) {
    llvm::StringRef Name = T.Prefix;
    return T.Complete &&
           (Name.empty() || Name == ":memory:" ||
            Name.starts_with("file::memory:") || Name.contains("mode=memory"));
  }

  void classifyShell(const KnownText &T, std::vector<Written> &Into) const {
    if (T.Prefix.empty() && !T.Complete) {
      Into.push_back({T.Configurable ? Target::Configurable : Target::Unknown,
                      "", false, "", T.Mixed, T.Variable});
      return;
    }
    for (const ShellTarget &S :
         shellTargets(T.Prefix, T.Complete, E.Options.Known)) {
      KnownText Path{S.Path, S.Complete, T.Configurable && !S.Complete};
      Into.push_back({classify(Path), S.Path, S.Complete, S.Command, T.Mixed,
                      S.Complete ? StringId() : T.Variable});
    }
  }

  /// "/a//b" is "/a/b": a separator was added that was there.
  static std::string withoutDoubled(std::string Path) {
    if (!llvm::StringRef(Path).starts_with("/"))
      return Path; // "file://.."
    auto End = std::unique(Path.begin(), Path.end(),
                           [](char A, char B) { return A == '/' && B == '/'; });
    Path.erase(End, Path.end());
    return Path;
  }

  std::vector<Written> writtenBy(const FileOperation &Op,
                                 const ValueCase &Case) const {
    std::vector<Written> Result;
    for (size_t I = 0; I < Op.paths(); ++I)
      for (const KnownText &T : Case.Texts[I]) {
        if (Op.Kind.Path == PathKind::CommandLine)
          classifyShell(T, Result);
        else if (Op.Kind.Path == PathKind::Database && isInMemory(T))
          Result.push_back({Target::Allowed, T.Prefix});
        else if (T.Complete && T.Prefix.empty())
          continue; // opens nothing
        else
          Result.push_back({classify(T), withoutDoubled(T.Prefix), T.Complete,
                            "", T.Mixed, T.Variable});
      }
    return Result;
  }

  /// Of several modes, writing beats not knowing beats reading.
  static ModeAnswer modeOf(const FileOperation &Op, const ValueCase &Case) {
    if (Op.Modes.empty())
      return ModeAnswer::Writes;
    ModeAnswer Answer = ModeAnswer::Reads;
    for (size_t I = 0; I < Op.Modes.size(); ++I)
      for (const KnownText &Mode : Case.Texts[Op.paths() + I]) {
        ModeAnswer One = modeWrites(Op.Modes[I], Mode);
        if (One == ModeAnswer::Writes)
          return One;
        if (One == ModeAnswer::Unknown || Answer == ModeAnswer::Reads)
          Answer = One;
      }
    return Answer;
  }

  /// False if what a case says of a parameter fails a test. Without a caller it
  /// speaks for those that nobody sees, too.
  bool mayRun(const Function &F, const FileOperation &Op,
              const ValueCase &Case) const {
    if (Case.Hops.empty() && !E.Known.Dead.knowsCallers(F))
      return true;
    for (size_t I = 0; I != Op.Tests.size(); ++I) {
      size_t Value = Op.paths() + Op.Modes.size() + I;
      auto Passes = [&](const KnownText &T) {
        int64_t Number;
        return !T.Complete ||
               llvm::StringRef(T.Prefix).getAsInteger(10, Number) ||
               mayPass(*Op.Tests[I], Number);
      };
      if (llvm::none_of(Case.Texts[Value], Passes))
        return false;
    }
    return true;
  }

  static bool isDriverUnknown(const FileOperation &Op, ModeAnswer Mode) {
    return Mode == ModeAnswer::Unknown &&
           llvm::is_contained(Op.Modes, ModeSyntax::Driver);
  }

  //===-- Words -----------------------------------------------------------===//

  static llvm::StringRef unknownMode(const FileOperation &Op) {
    return isDriverUnknown(Op, ModeAnswer::Unknown)
               ? "the driver is unknown; its data may be in no local file"
               : "the open mode is unknown; it may only read";
  }

  static std::string quotedPath(const Written &W) {
    return "'" + W.Path + (W.Complete ? "'" : "...'");
  }

  std::string messageFor(const FileOperation &Op, ModeAnswer Mode,
                         const Written &W) const {
    std::string Call = "'" + Prog.text(Op.Fact.Callee).str() + "' ";
    std::string By = W.Command.empty() ? "" : " (" + W.Command + ")";
    llvm::StringRef Verb =
        W.Mixed || isDriverUnknown(Op, Mode) ? Op.Kind.MayDo : Op.Kind.Does;
    switch (W.Where) {
    case Target::Outside:
      return Call + Verb.str() + " " + quotedPath(W) + By +
             ", outside the writable roots";
    case Target::Configurable: {
      std::string What = "a configurable path";
      if (W.Variable)
        What += " (environment variable '" + Prog.text(W.Variable).str() + "')";
      return Call + Verb.str() +
             (W.Path.empty() ? Op.Kind.At.str() + " " + What
                             : " " + quotedPath(W) + ", " + What) +
             By + ", which may lie outside the writable roots";
    }
    default:
      return Call + Verb.str() +
             (W.Path.empty() ? Op.Kind.At.str() + " an unknown path"
                             : " " + quotedPath(W) + ", an unknown path") +
             By + ", which may lie outside the writable roots";
    }
  }

  //===-- Verdicts --------------------------------------------------------===//

  void judge(const Function &F, const FileOperation &Op) {
    // Who puts a file below a folder outside of the roots decides, not who
    // gives it a name there.
    auto IsDecided = [&](const KnownText &T) {
      return Op.Kind.Path != PathKind::CommandLine &&
             (T.Complete || llvm::StringRef(T.Prefix).contains('/')) &&
             classify(T) == Target::Outside;
    };
    bool AnyRuns = false;
    for (const ValueCase &Case :
         E.Known.Paths.cases(Op.Values, F, Op.paths(), IsDecided)) {
      AnyRuns |= mayRun(F, Op, Case);
      judgeCase(F, Op, Case);
    }
    // Who is out of sight may ask for what nobody in sight does.
    if (!AnyRuns && !E.Known.Dead.knowsCallers(F))
      judgeCase(
          F, Op,
          {std::vector(Op.Values.size(), std::vector<KnownText>(1)), {}, {}});
  }

  void judgeCase(const Function &F, const FileOperation &Op,
                 const ValueCase &Case) {
    const Operation &Fact = Op.Fact;
    ModeAnswer Mode = modeOf(Op, Case);
    std::vector<Written> Writes = writtenBy(Op, Case);
    // Of several, the longest says most: in "/file", a folder may be missing
    // that is empty only where another one is taken.
    auto Worst = std::max_element(
        Writes.begin(), Writes.end(), [](const Written &A, const Written &B) {
          return std::tuple(A.Where, !A.Mixed, A.Path.size()) <
                 std::tuple(B.Where, !B.Mixed, B.Path.size());
        });
    const Function *In = Case.Hops.empty() ? &F : Case.Hops.front().Caller;
    bool NoFile = Writes.empty() || Mode == ModeAnswer::Elsewhere;
    bool Harmless =
        Mode == ModeAnswer::Reads || NoFile || Worst->Where == Target::Allowed;
    Location Loc = Case.Hops.empty() ? Fact.Loc : Case.Hops.front().Site->Loc;
    bool Runs = mayRun(F, Op, Case) && !E.Known.Dead.neverRuns(F, Fact.Loc) &&
                !E.Known.Dead.neverRuns(*In, Loc);
    Verdict V;
    V.Loc = sourceLocation(Prog, Loc);
    V.Category = enumWord(Fact.Kind);
    V.Function = Prog.text(In->QualifiedName).str();
    V.Symbol = V.Function;
    if (Harmless || !Runs) {
      V.Kind = VerdictKind::Benign;
      V.Why = {!Harmless                   ? ReasonKind::DeadWritersOnly
               : Mode == ModeAnswer::Reads ? ReasonKind::ReadOnly
               : NoFile                    ? ReasonKind::NoFile
                                           : ReasonKind::WritableRoot};
      V.Path = Writes.empty() ? "" : Writes.front().Path;
      V.Message = "'" + Prog.text(Fact.Callee).str() + "'";
    } else {
      V.Path = Worst->Path;
      V.Message = messageFor(Op, Mode, *Worst);
      Site At = requested(Case, {In, Loc});
      grade(Writes, *Worst, Mode, isProven(E, At) && isProven(E, {In, Loc}), V);
      if (isDriverUnknown(Op, Mode))
        V.Basis = {GroundsKind::UnknownDriver};
      V.Notes = chainNotes(E, At);
      for (const ValueCase::Hop &Hop : Case.Through)
        V.Notes.push_back(
            {NoteRole::Path, sourceLocation(Prog, Hop.Site->Loc),
             "calls " + quotedName(Prog.text(Hop.Site->CalleeName))});
      if (Mode == ModeAnswer::Unknown)
        V.Notes.push_back({NoteRole::Detail, V.Loc, unknownMode(Op).str()});
      noteOthers(Writes, *Worst, V);
      noteHops(F, Fact, Case, V);
    }
    V.Identity = V.Function + "|" + Prog.text(Fact.Callee).str() + "|" + V.Path;
    FileFinding Found{std::move(V), {requested(Case, {In, Loc})}};
    if (!Harmless && Runs) {
      nameResource(Op, {In, Loc}, Writes, *Worst, Found);
      Found.AtStartUp = isOfStartUp(F, Fact, {{In, Loc}, Found.Sites.front()});
    }
    keep(std::move(Found));
  }

  /// True if \p Fact of \p F, for those who lead to it by \p From, is done
  /// before the program serves. What it opens must be done with by then.
  bool isOfStartUp(const Function &F, const Operation &Fact,
                   llvm::ArrayRef<Site> From) const {
    if (Fact.Kind == OperationKind::Database ||
        Fact.Kind == OperationKind::LogSink ||
        (Fact.Kind == OperationKind::Open && Fact.Kept))
      return false;
    Phase When = E.Known.Times.of(F, Fact.Loc);
    return llvm::all_of(From,
                        [&](const Site &S) {
                          return E.Known.Times.of(*S.In, S.Loc) ==
                                 Phase::StartUp;
                        }) &&
           llvm::all_of(Fact.Uses, [&](const Location &Use) {
             return E.Known.Times.of(F, Use) == When;
           });
  }

  /// Says which file it is, and whose.
  void nameResource(const FileOperation &Op, const Site &At,
                    llvm::ArrayRef<Written> Writes, const Written &Worst,
                    FileFinding &Into) const {
    Into.Kind = Op.Fact.Kind;
    Into.Folder = Op.Fact.Folder;
    Into.Call = "'" + Prog.text(Op.Fact.Callee).str() + "' " +
                (Op.Fact.Folder ? "makes" : Op.Kind.Does.str());
    Into.At = Op.Kind.At;
    Into.Owner = At.In->Class ? At.In->Class : At.In->Symbol;
    // What is configured in several places may be several files.
    bool Nothing = Worst.Where == Target::Unknown && Worst.Path.empty();
    Into.Sink = Nothing ? Op.Fact.Loc : At.Loc;
    bool Renames = Into.Kind == OperationKind::Rename && Writes.size() == 2;
    const Written &To = Renames ? Writes.back() : Worst;
    // What may be another object's path may be another file.
    if (To.Where == Target::Outside && !To.Mixed) {
      Into.Path = normalizePath(To.Path);
      Into.Complete = To.Complete;
    }
    const Written &From = Writes.front();
    if (Renames && From.Where == Target::Outside && From.Complete &&
        !From.Mixed)
      Into.From = normalizePath(From.Path);
  }

  /// From where a case is asked which requests lead to it: whose object it is,
  /// a caller may tell.
  static Site requested(const ValueCase &Case, Site At) {
    return Case.Through.empty() ? At
                                : Site{Case.Through.front().Caller,
                                       Case.Through.front().Site->Loc};
  }

  /// The table of docs/architecture.md.
  void grade(llvm::ArrayRef<Written> Writes, const Written &W, ModeAnswer Mode,
             bool IsSure, Verdict &Into) const {
    bool Known = W.Where == Target::Outside && Mode == ModeAnswer::Writes;
    // Of several objects, this may be one that writes elsewhere.
    if (W.Mixed)
      Known &= llvm::all_of(Writes, [](const Written &Other) {
        return Other.Where == Target::Outside;
      });
    Into.Level = !Known               ? Confidence::Possible
                 : !W.Mixed && IsSure ? Confidence::Proven
                                      : Confidence::Likely;
    Into.Basis = {Mode == ModeAnswer::Unknown ? GroundsKind::UnknownMode
                  : W.Mixed                   ? GroundsKind::MixedPath
                  : W.Where == Target::Configurable
                      ? GroundsKind::ConfigurablePath
                  : !Known                           ? GroundsKind::UnknownPath
                  : Into.Level == Confidence::Proven ? GroundsKind::SureRequest
                                                     : GroundsKind::KnownPath};
  }

  void noteOthers(llvm::ArrayRef<Written> Writes, const Written &Worst,
                  Verdict &Into) const {
    for (const Written &W : Writes)
      if (W.Where == Target::Outside && W.Path != Worst.Path)
        Into.Notes.push_back(
            {NoteRole::Detail, Into.Loc, "may also write " + quotedPath(W)});
  }

  /// From the call that decides the path down to the one that writes.
  void noteHops(const Function &F, const Operation &Fact, const ValueCase &Case,
                Verdict &Into) const {
    if (Case.Hops.empty())
      return;
    for (const ValueCase::Hop &Hop : llvm::drop_begin(Case.Hops))
      Into.Notes.push_back({NoteRole::Path, sourceLocation(Prog, Hop.Site->Loc),
                            "passed on by '" +
                                Prog.text(Hop.Caller->QualifiedName).str() +
                                "'"});
    Into.Notes.push_back({NoteRole::Write, sourceLocation(Prog, Fact.Loc),
                          "written by '" + Prog.text(F.QualifiedName).str() +
                              "' ('" + Prog.text(Fact.Callee).str() + "')"});
  }

  Verdict withRequests(FileFinding F) const {
    if (F.AtStartUp && Serves) {
      F.V.Category = "start-up";
      F.V.Message += ", at start-up";
    }
    F.V.Message += requestClause(E, F.Sites);
    F.V.EntryPoints = entryTitles(E, F.Sites);
    return std::move(F.V);
  }

  /// One verdict for a place and a call: the worst of its cases, with notes on
  /// the other paths.
  void keep(FileFinding New) {
    const Verdict &V = New.V;
    bool Benign = V.Kind == VerdictKind::Benign;
    auto Key = std::tuple(V.Loc, V.Why, Benign ? "" : V.Category);
    auto [It, First] = Verdicts.try_emplace(Key, New);
    if (First || Benign)
      return;
    FileFinding &Best = It->second;
    auto Rank = [](const Verdict &V) {
      return std::pair(V.Level, !V.Path.empty());
    };
    if (Rank(Best.V) < Rank(V) ||
        (Rank(Best.V) == Rank(V) && V.Path < Best.V.Path))
      std::swap(Best, New);
    Best.AtStartUp &= New.AtStartUp;
    if (New.V.Path == Best.V.Path)
      llvm::append_range(Best.Sites, New.Sites);
    else if (!New.V.Path.empty())
      alsoWrites(Best.V, New.V);
  }

  static void alsoWrites(Verdict &Into, const Verdict &Other) {
    std::string Text =
        (Other.Level == Into.Level ? "also writes '" : "may also write '") +
        Other.Path + "'";
    auto Says = [&](const VerdictNote &N) {
      return llvm::StringRef(N.Text).ends_with("'" + Other.Path + "'");
    };
    if (llvm::none_of(Into.Notes, Says))
      Into.Notes.push_back({NoteRole::Detail, Into.Loc, Text});
  }

  const Evidence &E;
  const Program &Prog;
  VerdictSink &Out;
  bool Serves; ///< Something is known to.
  std::map<std::tuple<SourceLocation, Reason, std::string>, FileFinding>
      Verdicts;
};

} // namespace

void judgeLocalFileWrite(const Evidence &E, VerdictSink &Out) {
  FileWriteCheck(E, Out).run();
}

} // namespace stateless
