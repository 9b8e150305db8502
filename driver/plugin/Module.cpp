//===- Module.cpp - The checks as a clang-tidy module ---------------------===//
//
// A thin adapter: each of our checks becomes a clang-tidy check that emits its
// share of the Analysis. Options: RulesFile (default: the nearest
// .stateless-tidy.yaml) and MinConfidence (possible, likely, proven). It must
// not know what any check looks for.
//
//===----------------------------------------------------------------------===//
#include "Analysis.h"
#include "Check.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#if STATELESS_LLVM_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/FileManager.h"

using namespace clang;
using namespace clang::ast_matchers;

/// The spellings of MinConfidence; clang-tidy warns of any other.
template <> struct clang::tidy::OptionEnumMapping<stateless::Confidence> {
  static llvm::ArrayRef<std::pair<stateless::Confidence, llvm::StringRef>>
  getEnumMapping() {
    static constexpr std::pair<stateless::Confidence, llvm::StringRef>
        Mapping[] = {{stateless::Confidence::Possible, "possible"},
                     {stateless::Confidence::Likely, "likely"},
                     {stateless::Confidence::Proven, "proven"}};
    return Mapping;
  }
};

namespace stateless {

namespace {

class TidyCheck : public tidy::ClangTidyCheck {
public:
  TidyCheck(llvm::StringRef Name, tidy::ClangTidyContext *Context,
            std::shared_ptr<Analysis> Shared)
      : ClangTidyCheck(Name, Context), Context(Context),
        Shared(std::move(Shared)), Id(Name.str()),
        RulesFile(Options.getLocalOrGlobal("RulesFile", "").str()),
        MinConfidence(
            Options.getLocalOrGlobal("MinConfidence", Confidence::Possible)) {}

  void registerMatchers(MatchFinder *Finder) override {
    Finder->addMatcher(translationUnitDecl().bind("unit"), this);
  }

  void storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) override {
    Options.store(Opts, "RulesFile", RulesFile);
    Options.store(Opts, "MinConfidence", MinConfidence);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    const std::vector<Verdict> &Verdicts = Shared->verdicts(
        *Result.Context, RulesFile,
        [this](llvm::StringRef Id) { return Context->isCheckEnabled(Id); });
    reportRules();
    for (const Verdict &V : Verdicts)
      if (V.Check == Id && V.Kind == VerdictKind::Violation && !V.Suppressed &&
          V.Level >= MinConfidence)
        emit(V, *Result.SourceManager);
  }

private:
  static ::clang::SourceLocation at(const stateless::SourceLocation &Loc,
                                    SourceManager &Sources) {
    auto File = Sources.getFileManager().getOptionalFileRef(Loc.File);
    if (!File || !Loc.Line)
      return {};
    return Sources.translateFileLineCol(*File, Loc.Line, Loc.Column);
  }

  void emit(const Verdict &V, SourceManager &Sources) {
    diag(at(V.Loc, Sources), "%0") << V.Message;
    for (const VerdictNote &Note : V.Notes)
      diag(at(Note.Loc, Sources), "%0", DiagnosticIDs::Note) << Note.Text;
    // The advice once for each check and unit; it is the same every time.
    const CheckRule *Rule = Shared->rules().Rules.check(Id);
    std::string Advice = !V.Instead.empty() ? V.Instead
                         : Rule             ? Rule->Instead
                                            : "";
    if (!Advice.empty() && Shared->isFirst(Id))
      diag(at(V.Loc, Sources), "instead: %0", DiagnosticIDs::Note)
          << llvm::StringRef(Advice).trim();
  }

  /// Mistakes in the rule file, once, whichever check meets them first.
  void reportRules() {
    if (!Shared->claimRuleDiagnostics())
      return;
    for (const RuleDiagnostic &D : Shared->rules().Diagnostics) {
      auto Level = D.Level == RuleDiagnostic::Error ? DiagnosticIDs::Error
                                                    : DiagnosticIDs::Warning;
      // A file that cannot be read has no lines.
      if (D.Loc.Line)
        configurationDiag("%0:%1:%2: %3", Level)
            << D.Loc.File << D.Loc.Line << D.Loc.Column << D.Message;
      else
        configurationDiag("%0: %1", Level) << D.Loc.File << D.Message;
    }
  }

  tidy::ClangTidyContext *Context;
  std::shared_ptr<Analysis> Shared;
  std::string Id;
  std::string RulesFile;
  Confidence MinConfidence;
};

class StatelessModule : public tidy::ClangTidyModule {
public:
  void addCheckFactories(tidy::ClangTidyCheckFactories &Factories) override {
    auto Shared = std::make_shared<Analysis>();
    for (const CheckInfo &Check : allChecks())
      Factories.registerCheckFactory(
          Check.Id,
          [Shared](llvm::StringRef Name, tidy::ClangTidyContext *Context) {
            return std::make_unique<TidyCheck>(Name, Context, Shared);
          });
  }
};

} // namespace

static tidy::ClangTidyModuleRegistry::Add<StatelessModule>
    Registration("stateless-module", "Finds state in stateless services.");

} // namespace stateless
