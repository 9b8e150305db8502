//===- Plan.cpp - All that is settled before the first parse --------------===//
//
// The cheap questions first: places to write to, files, database, rules.
//
//===----------------------------------------------------------------------===//
#include "Plan.h"
#include "Output.h"
#include "ResourceDir.h"
#include "ShownVerdicts.h"
#include "TextCommands.h"

using namespace stateless;

/// Where rules are looked for: above the code. The working directory counts
/// where it lies inside the project; rules of another project never do.
static std::vector<std::string>
ruleFolders(const std::string &SourceRoot,
            const std::string &WorkingDirectory) {
  std::vector<std::string> Folders{SourceRoot};
  llvm::StringRef Below = WorkingDirectory;
  if (Below.consume_front(SourceRoot) &&
      (Below.empty() || Below.starts_with("/") ||
       llvm::StringRef(SourceRoot).ends_with("/")))
    Folders.push_back(WorkingDirectory);
  return Folders;
}

llvm::Expected<Plan> stateless::makePlan(const Options &Opts,
                                         const Surroundings &Here,
                                         llvm::StringRef BuildTimeResourceDir) {
  Plan P;
  if (llvm::Error E = checkOutputs(Opts.Outputs))
    return E;
  if (llvm::Error E =
          selectUnits(Opts, Here.WorkingDirectory).moveInto(P.Selection))
    return E;
  if (llvm::Error E =
          loadPolicy(Opts.RuleFile,
                     ruleFolders(P.Selection.SourceRoot, Here.WorkingDirectory),
                     Here.Say)
              .moveInto(P.Policy))
    return E;
  if (llvm::Error E =
          enabledChecks(P.Policy.Rules, Opts.CheckGlobs).moveInto(P.Checks))
    return E;
  ResourceDirQuery Query{Opts.ResourceDir, Here.Executable,
                         BuildTimeResourceDir.str(), STATELESS_LLVM_MAJOR};
  if (llvm::Error E = findResourceDir(Query).moveInto(P.ResourceDir))
    return E;
  P.Selection.Project.Rules = P.Policy.Rules.Root;
  P.Tree = projectTree(P.Selection.Project);
  P.Root =
      projectRoot(P.Selection.SourceRoot,
                  P.Policy.Rules.Root.empty() ? P.Tree : P.Policy.Rules.Root,
                  Here.WorkingDirectory);
  leaveOut(P.Selection, [&](llvm::StringRef File) {
    return P.Policy.Rules.isExcluded(File, P.Root);
  });
  return P;
}
