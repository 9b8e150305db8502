//===- ModelIndex.h - Models found by declaration --------------*- C++ -*-===//
//
// Answers, for a called function, which models speak of it. Exact names are
// looked up, globs are tried in turn; each declaration is asked once. It must
// not know what a model is used for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_MODELINDEX_H
#define STATELESS_EXTRACT_MODELINDEX_H

#include "extract/Names.h"
#include "facts/Models.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace stateless {

/// The models of one function; null where there is none.
struct ModelsOf {
  const FileModel *File = nullptr;
  const ValueModel *Value = nullptr;
  const ForwardModel *Forward = nullptr;
  const PureModel *Pure = nullptr;
  CallRole Role = CallRole::None;
  bool Allocates = false; ///< What it returns is new.
  /// In the order of the rules; what overloads need differs.
  llvm::SmallVector<const EntryPointModel *, 1> Entries;

  /// True if the function leaves its argument \p Index alone.
  bool isPure(ArgumentIndex Index) const {
    return Pure &&
           (Pure->Args.empty() || llvm::is_contained(Pure->Args, Index));
  }
};

class ModelIndex {
public:
  ModelIndex(const Models &Known, Names &Namer, const StringTable &Strings);

  const ModelsOf &of(const clang::FunctionDecl *F);

  /// What \p F is for by itself; what overrides a request source is one.
  CallRole roleOf(const clang::FunctionDecl *F);

  /// The model of an entry point whose method \p F overrides; null: none, or a
  /// tool generated it.
  const EntryPointModel *overridden(const clang::CXXMethodDecl *F);

  /// True if a value model speaks of a member of \p Class: its objects hold
  /// texts (std::string, a path, QString).
  bool isText(const clang::CXXRecordDecl *Class);

private:
  ModelsOf lookUp(llvm::StringRef Name) const;
  template <typename Model, typename Assign>
  void add(const std::vector<Model> &List, Assign Set);

  Names &Namer;
  const StringTable &Strings;
  std::vector<const EntryPointModel *> Overrides;
  llvm::StringSet<> OverriddenNames; ///< Of methods, or "*".
  llvm::StringMap<ModelsOf> Exact;
  std::vector<std::pair<std::string, ModelsOf>> Globs;
  llvm::DenseMap<StringId, ModelsOf> Cache;
  llvm::StringSet<> TextClasses;
  std::vector<std::string> GeneratedFiles;
  llvm::StringSet<> OwnNames; ///< Functions that the user modelled.
  const ModelsOf None;
};

} // namespace stateless

#endif
