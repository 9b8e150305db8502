//===- Shell.cpp - What is around a command -------------------------------===//
//
// See Shell.h.
//
//===----------------------------------------------------------------------===//
#include "Shell.h"
#include "Cage.h"
#include "Output.h"
#include "io/WriteFile.h"
#include "report/Findings.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Compiler.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Threading.h"
#include <csignal>
#include <exception>

using namespace stateless;

static CommandLineContext commandLineContext() {
  CommandLineContext Context;
  Context.Version = [] {
    return (toolName() + " " + toolVersion()).str() + "\n  LLVM version " +
           clangVersion() + "\n  processes that read code are held by " +
           describe(availableCage().Wanted) +
           (LLVM_ADDRESS_SANITIZER_BUILD
                ? "\n  and have no memory limit (AddressSanitizer)"
                : "");
  };
  for (llvm::StringRef Format : reportFormats())
    Context.Formats.push_back(Format.str());
  Context.DefaultJobs = llvm::hardware_concurrency().compute_thread_count();
  return Context;
}

/// --help, --version, and what is wrong with the command line.
static int exitWith(const CommandLineExit &Exit, Diagnostics &Say) {
  if (Exit.Code != 0) {
    Say.error(Exit.Text);
    return Exit.Code;
  }
  llvm::Error Failed = writeOutput(
      "", Spelling::Text, [&](llvm::raw_ostream &OS) { OS << Exit.Text; });
  if (!Failed)
    return 0;
  Say.error(llvm::toString(std::move(Failed)));
  return 2;
}

/// \p Code, or 2 if messages could not be written. The stream would end the
/// process in its own way if the error stayed in it.
static int withMessagesTold(int Code) {
  bool Lost = llvm::errs().has_error();
  llvm::errs().clear_error();
  return Lost ? 2 : Code;
}

using CommandRunner = llvm::function_ref<llvm::Expected<int>(
    const Options &, const Surroundings &)>;

/// The exit code; every error has been printed.
static int guarded(int Argc, char **Argv, CommandRunner Run) {
  ParsedCommandLine Parsed =
      parseCommandLine({Argv, Argv + Argc}, commandLineContext());
  bool Terminal = llvm::sys::Process::StandardErrIsDisplayed();
  if (auto *Exit = std::get_if<CommandLineExit>(&Parsed)) {
    Diagnostics Say(llvm::errs(), useColor(ColorMode::Auto, Terminal));
    return exitWith(*Exit, Say);
  }
  const Options &Opts = std::get<Options>(Parsed);
  Diagnostics Say(llvm::errs(), useColor(Opts.Color, Terminal));
  llvm::SmallString<256> Directory;
  if (std::error_code Why = llvm::sys::fs::current_path(Directory)) {
    Say.error("there is no working directory: " + Why.message());
    return 2;
  }
  void *InThisProgram = reinterpret_cast<void *>(&commandLineContext);
  Surroundings Here{Directory.str().str(),
                    llvm::sys::fs::getMainExecutable(Argv[0], InThisProgram),
                    Say};
  llvm::Expected<int> Code = Run(Opts, Here);
  if (Code)
    return *Code;
  Say.error(llvm::toString(Code.takeError()));
  return 2;
}

int stateless::runInShell(int Argc, char **Argv, CommandRunner Run) {
  // Who reads our output may stop at any line. Callers that ignore the signal
  // would turn that into an error of ours.
  std::signal(SIGPIPE, SIG_DFL);
  holdStandardStreams();
  try {
    return withMessagesTold(guarded(Argc, Argv, Run));
  } catch (const std::exception &E) {
    Diagnostics(llvm::errs(), /*Color=*/false)
        .error(std::string("internal error: ") + E.what());
    return withMessagesTold(2);
  }
}
