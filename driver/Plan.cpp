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
                     {P.Selection.SourceRoot, Here.WorkingDirectory}, Here.Say)
              .moveInto(P.Policy))
    return E;
  if (llvm::Error E =
          enabledChecks(P.Policy.Rules, Opts.CheckGlobs).moveInto(P.Checks))
    return E;
  ResourceDirQuery Query{Opts.ResourceDir, Here.Executable,
                         BuildTimeResourceDir.str(), STATELESS_LLVM_MAJOR};
  if (llvm::Error E = findResourceDir(Query).moveInto(P.ResourceDir))
    return E;
  P.Root = projectRoot(P.Selection.SourceRoot, P.Policy.Rules.Root,
                       Here.WorkingDirectory);
  return P;
}
