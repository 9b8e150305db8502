//===- Harmless.cpp - The second lock on what a parse may do --------------===//
//
// Groups of options that only say what to do are exchanged for new ones, with
// the few fields that are wanted. Where a group says what the code means, too,
// the fields that name files other than source are emptied.
//
//===----------------------------------------------------------------------===//
#include "extract/Harmless.h"
#include "extract/ClangCompat.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/Compiler.h"

using namespace clang;

namespace stateless {

static void resetActions(CompilerInvocation &Invocation) {
  FrontendOptions &Front = Invocation.getFrontendOpts();
  FrontendOptions Clean;
  Clean.Inputs = Front.Inputs;
  Clean.DashX = Front.DashX;
  // The process ends with its unit, which frees faster; leaks must show.
  Clean.DisableFree = !LLVM_ADDRESS_SANITIZER_BUILD;
  Clean.UseGlobalModuleIndex = Clean.GenerateGlobalModuleIndex = false;
  Front = std::move(Clean);

  DiagnosticOptions &Diagnostics = Invocation.getDiagnosticOpts();
  Diagnostics.DiagnosticLogFile.clear();
  Diagnostics.DiagnosticSerializationFile.clear();
  Diagnostics.VerifyDiagnostics = false;
  Diagnostics.VerifyPrefixes.clear();
  Diagnostics.Remarks.clear();
  Diagnostics.UndefPrefixes.clear();
  Diagnostics.SystemHeaderWarningsModules.clear();
  compat::forgetSuppressions(Diagnostics);

  Invocation.getDependencyOutputOpts() = DependencyOutputOptions();
  Invocation.getPreprocessorOutputOpts() = PreprocessorOutputOptions();
  Invocation.getMigratorOpts() = MigratorOptions();
  Invocation.getAPINotesOpts() = APINotesOptions();
}

static void resetModules(CompilerInvocation &Invocation) {
  HeaderSearchOptions &Search = Invocation.getHeaderSearchOpts();
  Search.ModuleCachePath.clear();
  Search.ModuleUserBuildPath.clear();
  Search.PrebuiltModuleFiles.clear();
  Search.PrebuiltModulePaths.clear();
  Search.VFSOverlayFiles.clear();
  Search.ImplicitModuleMaps = false;
  Search.EnablePrebuiltImplicitModules = false;
  Search.ModulesValidateOncePerBuildSession = false;
  Invocation.getLangOpts().ImplicitModules = false;

  PreprocessorOptions &Preprocessor = Invocation.getPreprocessorOpts();
  Preprocessor.ImplicitPCHInclude.clear();
  Preprocessor.PCHThroughHeader.clear();
  Preprocessor.ChainedIncludes.clear();
  Preprocessor.PCHWithHdrStop = Preprocessor.PCHWithHdrStopCreate = false;
  Preprocessor.RemappedFiles.clear();
}

/// Nothing is generated; what is named here is out of reach all the same.
static void resetOutputs(CodeGenOptions &Code) {
  for (std::string *Name :
       {&Code.CoverageDataFile, &Code.CoverageNotesFile, &Code.SplitDwarfFile,
        &Code.SplitDwarfOutput, &Code.SaveTempsFilePrefix, &Code.OptRecordFile,
        &Code.ThinLinkBitcodeFile, &Code.StackUsageOutput,
        &Code.AsSecureLogFile, &Code.DIBugsReportFilePath,
        &Code.InstrProfileOutput, &Code.MemoryProfileOutput,
        &Code.CudaGpuBinaryFileName, &Code.ThinLTOIndexFile,
        &Code.SampleProfileFile, &Code.ProfileInstrumentUsePath,
        &Code.MemoryProfileUsePath, &Code.ProfileRemappingFile})
    Name->clear();
  Code.OffloadObjects.clear();
  Code.PassPlugins.clear();
  Code.LinkBitcodeFiles.clear();
  Code.TimePasses = false;
}

static void resetAnalyzer(AnalyzerOptions &Analyzer) {
  Analyzer.CheckersAndPackages.clear();
  Analyzer.Config.clear();
  Analyzer.AnalyzeSpecificFunction.clear();
  Analyzer.DumpExplodedGraphTo.clear();
  Analyzer.FullCompilerInvocation.clear();
}

void makeHarmless(CompilerInvocation &Invocation) {
  resetActions(Invocation);
  resetAnalyzer(Invocation.getAnalyzerOpts());
  resetModules(Invocation);
  resetOutputs(Invocation.getCodeGenOpts());
  Invocation.getLangOpts().OMPTargetTriples.clear();
  Invocation.getLangOpts().OMPHostIRFile.clear();
}

llvm::StringRef foreignLanguageOf(const CompilerInvocation &Invocation) {
  const FrontendOptions &Front = Invocation.getFrontendOpts();
  InputKind Kind =
      Front.Inputs.empty() ? Front.DashX : Front.Inputs.front().getKind();
  if (Kind.getFormat() != InputKind::Source)
    return "compiled code";
  switch (Kind.getLanguage()) {
  case Language::C:
  case Language::CXX:
    return "";
  case Language::CUDA:
    return "CUDA";
  case Language::HIP:
    return "HIP";
  case Language::ObjC:
    return "Objective-C";
  case Language::ObjCXX:
    return "Objective-C++";
  default:
    return "a language other than C and C++";
  }
}

} // namespace stateless
