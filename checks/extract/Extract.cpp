//===- Extract.cpp - One translation unit to facts ------------------------===//
//
// Runs Clang's front end on one adapted command. Bodies of functions in headers
// of libraries are skipped by the parser itself: they hold no state of the
// project, and parsing them is what most of a compiler's time goes into.
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
#include "extract/Origins.h"
#include "extract/ProblemCollector.h"
#include "extract/TuContext.h"
#include "io/ReadFile.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Host.h"

using namespace clang;

namespace stateless {

namespace {

/// One attempt to read a unit.
struct Attempt {
  Attempt(const Models &Known, const ExtractOptions &Options,
          ParsedCommand Command, TuFacts &Facts)
      : Known(Known), Options(Options), Command(std::move(Command)),
        Facts(Facts) {}

  const Models &Known;
  const ExtractOptions &Options;
  const ParsedCommand Command;
  TuFacts &Facts;
  bool DespiteErrors = false; ///< Goes on where the driver found fault.
  ProblemCollector Problems;
  bool Stopped = false; ///< The driver found fault, so nothing was read.
  bool WasRead = false; ///< The parse came to its end.
  StringRef Foreign;    ///< The language, if it is none that is analysed.
};

class ExtractConsumer : public ASTConsumer {
public:
  ExtractConsumer(CompilerInstance &Compiler, Attempt &Of)
      : Compiler(Compiler), Of(Of),
        Origin(Compiler.getSourceManager(), Of.Options.IsOwnHeader,
               compilerFolders(Compiler.getHeaderSearchOpts(),
                               Of.Command.Arguments)),
        Comments(Compiler.getPreprocessor(), Origin),
        Unseen(Compiler.getPreprocessor(), Origin) {}

  void HandleTranslationUnit(ASTContext &Ast) override {
    Of.WasRead = true;
    TuContext Tu(Ast, Of.Known, Of.Facts, Origin, Of.Problems.Errors);
    extractDeclarations(Tu);
    extractConstUses(Tu);
    Comments.record(Tu);
    Unseen.record(Tu);
    recordFiles(Tu);
  }

  bool shouldSkipFunctionBody(Decl *D) override {
    return Of.Options.SkipSystemBodies && Origin.isLibrary(D->getLocation());
  }

private:
  void recordFiles(TuContext &Tu) {
    std::vector<SourceFile> &Files = Of.Facts.Files;
    SourceManager &Sources = Compiler.getSourceManager();
    for (unsigned I = 0, N = Sources.local_sloc_entry_size(); I < N; ++I) {
      const SrcMgr::SLocEntry &Entry = Sources.getLocalSLocEntry(I);
      if (!Entry.isFile())
        continue;
      FileID File = Sources.getFileID(
          SourceLocation::getFromRawEncoding(Entry.getOffset()));
      if (StringId Path = Tu.Namer.fileName(File))
        Files.push_back({Path, Origin.isLibrary(File)});
    }
    llvm::sort(Files);
    Files.erase(llvm::unique(Files), Files.end());
  }

  CompilerInstance &Compiler;
  Attempt &Of;
  Origins Origin;
  DirectiveCollector Comments;
  MentionCollector Unseen;
};

class ExtractAction : public ASTFrontendAction {
public:
  explicit ExtractAction(Attempt &Of) : Of(Of) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 llvm::StringRef) override {
    return std::make_unique<ExtractConsumer>(Compiler, Of);
  }

private:
  Attempt &Of;
};

/// Runs the action on an invocation that the driver made.
class Invoker : public tooling::ToolAction {
public:
  explicit Invoker(Attempt &Of) : Of(Of) {}

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> PchOps,
                     DiagnosticConsumer *) override {
    makeHarmless(*Invocation);
    Of.Foreign = foreignLanguageOf(*Invocation);
    if (!Of.Foreign.empty())
      return false;
    // The driver goes on behind an option that it refuses.
    Of.Stopped = !Of.DespiteErrors && !Of.Problems.First.empty();
    if (Of.Stopped)
      return false;
    bool SkipBodies = Of.Options.SkipSystemBodies;
    Invocation->getFrontendOpts().SkipFunctionBodies = SkipBodies;
    auto Compiler = compat::makeInstance(std::move(Invocation), Files,
                                         std::move(PchOps), Of.Problems);
    reportErrorsOnly(Compiler->getDiagnostics());
    ExtractAction Action(Of);
    return Compiler->ExecuteAction(Action);
  }

private:
  Attempt &Of;
};

} // namespace

static void addProblem(TuFacts &Facts, ProblemKind Kind, llvm::StringRef Text,
                       Location Loc = {}) {
  Facts.Problems.push_back(
      {Kind, Facts.MainFile, Loc, Facts.Strings.intern(Text)});
}

static std::string absolutePath(const CompileUnit &Unit,
                                llvm::vfs::FileSystem &Files) {
  SmallString<256> Path(Unit.File);
  if (!llvm::sys::path::is_absolute(Path)) {
    Path = Unit.Directory;
    llvm::sys::path::append(Path, Unit.File);
  }
  SmallString<256> Real;
  if (!Files.getRealPath(Path, Real))
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
  case DropReason::Refused:
    return Text + "was dropped: Clang refuses it here";
  case DropReason::Standard:
    return Text + "names no standard that Clang knows: the newest is taken";
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

static void runOnce(Attempt &Of, FileManager &Files) {
  Invoker Run(Of);
  tooling::ToolInvocation Invocation(
      Of.Command.Arguments, &Run, &Files,
      std::make_shared<PCHContainerOperations>());
  Invocation.setDiagnosticConsumer(&Of.Problems);
  Invocation.run();
}

static void addProblemOf(const Attempt &Failed) {
  TuFacts &Facts = Failed.Facts;
  const ProblemCollector &Problems = Failed.Problems;
  if (!Problems.First.empty()) {
    Location At;
    if (!Problems.File.empty())
      At = {Facts.Strings.intern(Problems.File), Problems.Line,
            Problems.Column};
    addProblem(Facts, ProblemKind::Error, Problems.First, At);
  } else if (!Failed.Foreign.empty()) {
    addProblem(
        Facts, ProblemKind::Error,
        ("the unit is " + Failed.Foreign + ", which is not analysed").str());
  } else if (!Failed.WasRead) {
    addProblem(Facts, ProblemKind::Error,
               "the compile command is not one that Clang can run");
  }
}

/// Reads the unit by \p Command, without what Clang refuses: that is a flag of
/// another compiler, or for another target. Each round leaves out at least one.
static std::unique_ptr<Attempt> readUnit(const CompileUnit &Unit,
                                         const Models &Known,
                                         const ExtractOptions &Options,
                                         ParsedCommand Command,
                                         FileManager &Files, TuFacts &Facts) {
  std::vector<std::string> Refused;
  for (;;) {
    auto Try =
        std::make_unique<Attempt>(Known, Options, std::move(Command), Facts);
    runOnce(*Try, Files);
    if (Try->WasRead || !Try->Foreign.empty())
      return Try;
    llvm::append_range(Refused, Try->Problems.Unplaced);
    Command = adaptCommand(Unit, Options.ResourceDir, Refused);
    if (Command.Dropped.size() > Try->Command.Dropped.size())
      continue;
    if (!Try->Stopped)
      return Try;
    // It is no option that is wrong: the code may be read still.
    Try = std::make_unique<Attempt>(Known, Options, std::move(Command), Facts);
    Try->DespiteErrors = true;
    runOnce(*Try, Files);
    return Try;
  }
}

TuFacts extract(const CompileUnit &Unit, const Models &Known,
                const ExtractOptions &Options) {
  TuFacts Facts;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Given =
      Options.Files ? Options.Files : llvm::vfs::createPhysicalFileSystem();
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk =
      regularFilesOnly(Given, readlimit::Source);
  Facts.MainFile = Facts.Strings.intern(absolutePath(Unit, *Disk));
  ParsedCommand Command = adaptCommand(Unit, Options.ResourceDir);
  auto AddNotes = [&](const ParsedCommand &Of) {
    for (const DroppedFlag &Flag : Of.Dropped)
      addProblem(Facts, ProblemKind::Note, inWords(Flag));
  };
  if (Command.Fault != CommandFault::None) {
    AddNotes(Command);
    addProblem(Facts, ProblemKind::Error,
               inWords(Command.Fault, Command.Detail));
    return Facts;
  }
  if (std::error_code Error =
          Disk->setCurrentWorkingDirectory(Unit.Directory)) {
    AddNotes(Command);
    addProblem(Facts, ProblemKind::Error,
               "cannot enter the directory '" + Unit.Directory +
                   "' of the compile command: " + Error.message());
    return Facts;
  }
  llvm::IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), Disk));
  std::unique_ptr<Attempt> Last =
      readUnit(Unit, Known, Options, std::move(Command), *Files, Facts);
  AddNotes(Last->Command);
  addProblemOf(*Last);
  return Facts;
}

TuFacts extractFromAst(ASTContext &Ast, const Models &Known,
                       const OwnHeaderTest &IsOwnHeader) {
  TuFacts Facts;
  Origins Origin(Ast.getSourceManager(), IsOwnHeader);
  TuContext Tu(Ast, Known, Facts, Origin);
  Facts.MainFile = Tu.Namer.fileName(Ast.getSourceManager().getMainFileID());
  extractDeclarations(Tu);
  extractConstUses(Tu);
  return Facts;
}

std::string clangVersion() { return CLANG_VERSION_STRING; }

} // namespace stateless
