//===- Analysis.cpp - One unit's verdicts for all of our checks -----------===//
#include "Analysis.h"
#include "pipeline/Session.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"

namespace stateless {

const std::vector<Verdict> &
Analysis::verdicts(clang::ASTContext &Ast, const std::string &RulesFile,
                   llvm::function_ref<bool(llvm::StringRef)> IsEnabled) {
  clang::SourceManager &Sources = Ast.getSourceManager();
  std::string Main;
  if (auto Entry = Sources.getFileEntryRefForID(Sources.getMainFileID())) {
    llvm::SmallString<256> Path(Entry->getName());
    Sources.getFileManager().makeAbsolutePath(Path);
    Main = Path.str().str();
  }
  std::string From = RulesFile.empty()
                         ? findRuleFile(llvm::sys::path::parent_path(Main))
                         : RulesFile;
  // The next unit's AST may stand where the last one stood.
  if (Unit == &Ast && MainFile == Main && Loaded && LoadedFrom == From)
    return Found;
  Unit = &Ast;
  MainFile = Main;
  Seen.clear();
  if (!Loaded || LoadedFrom != From) {
    Rules = loadRules(From);
    LoadedFrom = From;
    Loaded = true;
    Told = false;
  }
  Found.clear();
  if (Rules.failed())
    return Found;
  llvm::StringRef Base = llvm::sys::path::parent_path(Main);
  SessionSetup Setup{Rules.Rules, Base.str()};
  Setup.IsEnabled = [&](llvm::StringRef Id) {
    return Rules.Rules.isEnabled(Id) && IsEnabled(Id);
  };
  Setup.Extract.IsOwnHeader = [&](llvm::StringRef Path, llvm::StringRef Real) {
    return Path.starts_with((Base + "/").str()) &&
           !Rules.Rules.isThirdParty(Path, Base) &&
           !Rules.Rules.isThirdParty(Real, Base);
  };
  Found = Session(std::move(Setup)).run(Ast).Said.Verdicts;
  return Found;
}

bool Analysis::isFirst(llvm::StringRef Check) {
  if (llvm::is_contained(Seen, Check))
    return false;
  Seen.push_back(Check.str());
  return true;
}

bool Analysis::claimRuleDiagnostics() { return !std::exchange(Told, true); }

} // namespace stateless
