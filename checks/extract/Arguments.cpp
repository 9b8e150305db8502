//===- Arguments.cpp - Compile commands that Clang can take ---------------===//
#include "extract/Arguments.h"
#include "extract/ClangCompat.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"

namespace stateless {

/// Options that make files, load code, or bind the parse to files that only
/// the build makes.
static bool isLeftOut(const llvm::opt::Option &Option) {
  namespace O = compat::options;
  for (unsigned Id : {O::OPT_o,
                      O::OPT_c,
                      O::OPT_S,
                      O::OPT_E,
                      O::OPT_M,
                      O::OPT_MM,
                      O::OPT_MD,
                      O::OPT_MMD,
                      O::OPT_MF,
                      O::OPT_MG,
                      O::OPT_MP,
                      O::OPT_MT,
                      O::OPT_MQ,
                      O::OPT_MJ,
                      O::OPT_include_pch,
                      O::OPT_gmodules,
                      O::OPT_save_temps_EQ,
                      O::OPT_save_temps,
                      O::OPT_fplugin_EQ,
                      O::OPT_gsplit_dwarf,
                      O::OPT__serialize_diags,
                      O::OPT_emit_llvm,
                      O::OPT_ftime_report,
                      O::OPT_ftime_trace,
                      O::OPT_fcrash_diagnostics_dir,
                      O::OPT_coverage,
                      O::OPT_pedantic_errors})
    if (Option.matches(Id))
      return true;
  return false;
}

ParsedCommand adaptCommand(const std::vector<std::string> &CommandLine,
                           llvm::StringRef ResourceDir) {
  ParsedCommand Result;
  if (CommandLine.empty())
    return Result;
  Result.Arguments.push_back(CommandLine[0]);
  std::vector<const char *> Raw;
  for (size_t I = 1; I < CommandLine.size(); ++I)
    Raw.push_back(CommandLine[I].c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  llvm::opt::InputArgList Args = compat::driverOptions().ParseArgs(
      Raw, MissingIndex, MissingCount,
      llvm::opt::Visibility(compat::options::ClangOption));
  for (const llvm::opt::Arg *A : Args) {
    if (A->getOption().matches(compat::options::OPT_UNKNOWN)) {
      Result.Dropped.push_back(A->getAsString(Args));
      continue;
    }
    if (isLeftOut(A->getOption()))
      continue;
    llvm::opt::ArgStringList Rendered;
    A->renderAsInput(Args, Rendered);
    Result.Arguments.insert(Result.Arguments.end(), Rendered.begin(),
                            Rendered.end());
  }
  if (!ResourceDir.empty())
    Result.Arguments.push_back(("-resource-dir=" + ResourceDir).str());
  for (const char *Flag : {"-fsyntax-only", "-Qunused-arguments", "-w",
                           "-ferror-limit=0", "-fno-spell-checking"})
    Result.Arguments.push_back(Flag);
  return Result;
}

} // namespace stateless
