//===- Extract.cpp - One translation unit to facts ------------------------===//
//
// Runs Clang's front end on one adapted command. Bodies of functions in system
// headers are skipped by the parser itself: they hold no state of the project,
// and parsing them is what most of a compiler's time goes into.
//
//===----------------------------------------------------------------------===//
#include "extract/Extract.h"
#include "extract/Arguments.h"
#include "extract/ClangCompat.h"
#include "extract/ConstUses.h"
#include "extract/Declarations.h"
#include "extract/Directives.h"
#include "extract/Harmless.h"
#include "extract/Mentions.h"
#include "extract/TuContext.h"
#include "io/ReadFile.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Host.h"

using namespace clang;

namespace stateless {

namespace {

/// Keeps the first error, and where all stand; prints nothing.
class ProblemCollector : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    bool Placed = Info.hasSourceManager() && Info.getLocation().isValid();
    if (Placed)
      Errors.push_back(Info.getSourceManager().getFileLoc(Info.getLocation()));
    if (!First.empty())
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    First = Text.str().str();
    if (!Placed)
      return;
    PresumedLoc At = Info.getSourceManager().getPresumedLoc(Errors.back());
    if (At.isValid()) {
      File = At.getFilename();
      Line = At.getLine();
      Column = At.getColumn();
    }
  }

  std::vector<SourceLocation> Errors; ///< In files, of the one unit.
  std::string First;
  std::string File;
  unsigned Line = 0, Column = 0;
};

class ExtractConsumer : public ASTConsumer {
public:
  ExtractConsumer(CompilerInstance &Compiler, const Models &Known,
                  TuFacts &Facts, bool SkipSystemBodies,
                  const ProblemCollector &Problems)
      : Compiler(Compiler), Known(Known), Facts(Facts),
        SkipSystemBodies(SkipSystemBodies), Problems(Problems),
        Comments(Compiler.getPreprocessor()),
        Unseen(Compiler.getPreprocessor()) {}

  void HandleTranslationUnit(ASTContext &Ast) override {
    TuContext Tu(Ast, Known, Facts, Problems.Errors);
    extractDeclarations(Tu);
    extractConstUses(Tu);
    Comments.record(Tu);
    Unseen.record(Tu);
    recordFiles(Tu);
  }

  bool shouldSkipFunctionBody(Decl *D) override {
    return SkipSystemBodies &&
           isSystemCode(Compiler.getSourceManager(), D->getLocation());
  }

private:
  void recordFiles(TuContext &Tu) {
    SourceManager &Sources = Compiler.getSourceManager();
    for (unsigned I = 0, N = Sources.local_sloc_entry_size(); I < N; ++I) {
      const SrcMgr::SLocEntry &Entry = Sources.getLocalSLocEntry(I);
      if (!Entry.isFile())
        continue;
      FileID File = Sources.getFileID(
          SourceLocation::getFromRawEncoding(Entry.getOffset()));
      if (StringId Path = Tu.Namer.fileName(File))
        Facts.Files.push_back(
            {Path, Entry.getFile().getFileCharacteristic() != SrcMgr::C_User});
    }
    llvm::sort(Facts.Files);
    Facts.Files.erase(llvm::unique(Facts.Files), Facts.Files.end());
  }

  CompilerInstance &Compiler;
  const Models &Known;
  TuFacts &Facts;
  bool SkipSystemBodies;
  const ProblemCollector &Problems;
  DirectiveCollector Comments;
  MentionCollector Unseen;
};

class ExtractAction : public ASTFrontendAction {
public:
  ExtractAction(const Models &Known, TuFacts &Facts, bool SkipSystemBodies,
                const ProblemCollector &Problems)
      : Known(Known), Facts(Facts), SkipSystemBodies(SkipSystemBodies),
        Problems(Problems) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 llvm::StringRef) override {
    return std::make_unique<ExtractConsumer>(Compiler, Known, Facts,
                                             SkipSystemBodies, Problems);
  }

private:
  const Models &Known;
  TuFacts &Facts;
  bool SkipSystemBodies;
  const ProblemCollector &Problems;
};

/// Behind a fatal error or the twentieth, Clang goes on in silence, and what
/// it then makes of the code looks sound. A missing header is the usual one.
static void reportEveryError(DiagnosticsEngine &Diagnostics) {
  Diagnostics.setErrorLimit(0);
  Diagnostics.setSeverity(diag::err_pp_file_not_found, diag::Severity::Error,
                          SourceLocation());
}

/// Runs the action on an invocation that the driver made.
class Invoker : public tooling::ToolAction {
public:
  Invoker(const Models &Known, TuFacts &Facts, const ExtractOptions &Options,
          ProblemCollector &Problems)
      : Known(Known), Facts(Facts), Options(Options), Problems(Problems) {}

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> PchOps,
                     DiagnosticConsumer *) override {
    Started = true;
    makeHarmless(*Invocation);
    Foreign = foreignLanguageOf(*Invocation);
    if (!Foreign.empty())
      return false;
    Invocation->getFrontendOpts().SkipFunctionBodies = Options.SkipSystemBodies;
    auto Compiler = compat::makeInstance(std::move(Invocation), Files,
                                         std::move(PchOps), Problems);
    reportEveryError(Compiler->getDiagnostics());
    ExtractAction Action(Known, Facts, Options.SkipSystemBodies, Problems);
    return Compiler->ExecuteAction(Action);
  }

  bool Started = false;
  StringRef Foreign; ///< The language, if it is none that is analysed.

private:
  const Models &Known;
  TuFacts &Facts;
  const ExtractOptions &Options;
  ProblemCollector &Problems;
};

} // namespace

static void addProblem(TuFacts &Facts, ProblemKind Kind, llvm::StringRef Text,
                       Location Loc = {}) {
  Facts.Problems.push_back(
      {Kind, Facts.MainFile, Loc, Facts.Strings.intern(Text)});
}

static std::string absolutePath(const CompileUnit &Unit) {
  SmallString<256> Path(Unit.File);
  if (!llvm::sys::path::is_absolute(Path)) {
    Path = Unit.Directory;
    llvm::sys::path::append(Path, Unit.File);
  }
  SmallString<256> Real;
  if (!llvm::sys::fs::real_path(Path, Real))
    return Real.str().str();
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

static std::string inWords(const DroppedFlag &Flag) {
  std::string Text = "flag '" + Flag.Flag + "' ";
  switch (Flag.Reason) {
  case DropReason::Unknown:
    return Text + "is unknown to Clang and was dropped";
  case DropReason::NotAllowed:
    return Text + "was dropped: only flags that say what the code means are "
                  "obeyed";
  case DropReason::HostProcessor:
    return Text + "was dropped: the base processor of the target is taken";
  case DropReason::NotALanguage:
    return Text + "names no language and was dropped";
  case DropReason::NoValue:
    return Text + "lacks its value and was dropped";
  }
  llvm_unreachable("no such reason");
}

static std::string inWords(CommandFault Fault, StringRef Detail) {
  switch (Fault) {
  case CommandFault::None:
    return "";
  case CommandFault::Empty:
    return "the compile command is empty";
  case CommandFault::FileRefused:
    return Detail.str();
  case CommandFault::NoInput:
    return "the compile command names no file that Clang compiles";
  case CommandFault::SeveralInputs:
    return "the compile command names several files, and not this one";
  case CommandFault::StandardInput:
    return "the compile command reads its standard input, which is not "
           "analysed";
  case CommandFault::ForeignLanguage:
    return ("the language '" + Detail + "' is not analysed").str();
  }
  llvm_unreachable("no such fault");
}

TuFacts extract(const CompileUnit &Unit, const Models &Known,
                const ExtractOptions &Options) {
  TuFacts Facts;
  Facts.MainFile = Facts.Strings.intern(absolutePath(Unit));
  ParsedCommand Command = adaptCommand(Unit, Options.ResourceDir);
  for (const DroppedFlag &Flag : Command.Dropped)
    addProblem(Facts, ProblemKind::Note, inWords(Flag));
  if (Command.Fault != CommandFault::None) {
    addProblem(Facts, ProblemKind::Error,
               inWords(Command.Fault, Command.Detail));
    return Facts;
  }
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk = regularFilesOnly(
      llvm::vfs::createPhysicalFileSystem(), readlimit::Source);
  if (std::error_code Error =
          Disk->setCurrentWorkingDirectory(Unit.Directory)) {
    addProblem(Facts, ProblemKind::Error,
               "cannot enter the directory '" + Unit.Directory +
                   "' of the compile command: " + Error.message());
    return Facts;
  }
  llvm::IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), Disk));
  ProblemCollector Problems;
  Invoker Run(Known, Facts, Options, Problems);
  tooling::ToolInvocation Invocation(
      Command.Arguments, &Run, Files.get(),
      std::make_shared<PCHContainerOperations>());
  Invocation.setDiagnosticConsumer(&Problems);
  bool Succeeded = Invocation.run();
  if (!Problems.First.empty()) {
    Location At;
    if (!Problems.File.empty())
      At = {Facts.Strings.intern(Problems.File), Problems.Line,
            Problems.Column};
    addProblem(Facts, ProblemKind::Error, Problems.First, At);
  } else if (!Run.Foreign.empty()) {
    addProblem(
        Facts, ProblemKind::Error,
        ("the unit is " + Run.Foreign + ", which is not analysed").str());
  } else if (!Succeeded || !Run.Started) {
    addProblem(Facts, ProblemKind::Error,
               "the compile command is not one that Clang can run");
  }
  return Facts;
}

TuFacts extractFromAst(ASTContext &Ast, const Models &Known) {
  TuFacts Facts;
  TuContext Tu(Ast, Known, Facts);
  Facts.MainFile = Tu.Namer.fileName(Ast.getSourceManager().getMainFileID());
  extractDeclarations(Tu);
  extractConstUses(Tu);
  return Facts;
}

std::string clangVersion() { return CLANG_VERSION_STRING; }

} // namespace stateless
