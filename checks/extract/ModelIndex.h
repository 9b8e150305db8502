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
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>

namespace stateless {

/// Of which functions of its name a model speaks; null or empty lists: of all.
struct OverloadChoice {
  const std::vector<std::string> *Parameters = nullptr;
  const std::vector<std::string> *ClassArguments = nullptr;
  /// There is no parameter behind this one.
  std::optional<ArgumentIndex> Last;

  template <typename Model> static OverloadChoice of(const Model &M) {
    OverloadChoice Result;
    if constexpr (requires { M.ClassArguments; }) {
      Result.Parameters = &M.Parameters;
      Result.ClassArguments = &M.ClassArguments;
    }
    if constexpr (requires { M.Last; })
      Result.Last = M.Last;
    return Result;
  }

  bool isAny() const {
    return !Last && (!Parameters || Parameters->empty()) &&
           (!ClassArguments || ClassArguments->empty());
  }
};

/// The models of one function, in the order of the rules, those that name it
/// exactly before globs.
class ModelsOf {
public:
  template <typename Model> void add(const Model &M) {
    All.push_back({&Tag<Model>, &M, OverloadChoice::of(M)});
  }
  void append(const ModelsOf &Others) {
    All.append(Others.All.begin(), Others.All.end());
  }

  /// The first model of a kind; null: there is none.
  template <typename Model> const Model *get() const {
    for (const Entry &E : All)
      if (E.Kind == &Tag<Model>)
        return static_cast<const Model *>(E.Model);
    return nullptr;
  }

  bool isEmpty() const { return All.empty(); }
  /// True if overloads differ in the models that speak of them.
  bool isChoosy() const {
    return llvm::any_of(All, [](const Entry &E) { return !E.Which.isAny(); });
  }
  /// Those of which \p Fits accepts the choice.
  ModelsOf chosen(llvm::function_ref<bool(const OverloadChoice &)> Fits) const {
    ModelsOf Result = *this;
    llvm::erase_if(Result.All, [&](const Entry &E) { return !Fits(E.Which); });
    return Result;
  }

  /// All entry points: what overloads need differs.
  llvm::SmallVector<const EntryPointModel *, 1> entries() const {
    llvm::SmallVector<const EntryPointModel *, 1> Result;
    for (const Entry &E : All)
      if (E.Kind == &Tag<EntryPointModel>)
        Result.push_back(static_cast<const EntryPointModel *>(E.Model));
    return Result;
  }

  /// True if there is a model of one of these kinds.
  template <typename... Kinds> bool says() const {
    return ((get<Kinds>() != nullptr) || ...);
  }

  CallRole role() const {
    const RoleModel *M = get<RoleModel>();
    return M ? M->Role : CallRole::None;
  }
  /// True if what the function returns is new.
  bool allocates() const { return get<AllocatorModel>(); }
  /// True if the function leaves its argument \p Index alone.
  bool isPure(ArgumentIndex Index) const {
    const PureModel *M = get<PureModel>();
    return M && (M->Args.empty() || llvm::is_contained(M->Args, Index));
  }
  /// The model by which the function gives its argument \p Index, or its
  /// object, a content that does not depend on the old one; null: it does not.
  const OverwriterModel *overwrites(ArgumentIndex Index) const {
    const OverwriterModel *M = get<OverwriterModel>();
    bool Is = M && (M->Args.empty() ? Index == ReceiverArgument
                                    : llvm::is_contained(M->Args, Index));
    return Is ? M : nullptr;
  }

private:
  /// Its address stands for the kind of model.
  template <typename Model> static constexpr char Tag = 0;
  struct Entry {
    const char *Kind;
    const void *Model;
    OverloadChoice Which;
  };
  llvm::SmallVector<Entry, 2> All;
};

class ModelIndex {
public:
  /// \p Known outlives the index.
  ModelIndex(const Models &Known, Names &Namer, const StringTable &Strings);

  const ModelsOf &of(const clang::FunctionDecl *F);

  /// The models that the name of \p D has, whoever declares it: of a function,
  /// or of a field that handlers are put into.
  const ModelsOf &byName(const clang::NamedDecl *D);

  /// What \p F is for by itself; what overrides a request source is one.
  CallRole roleOf(const clang::FunctionDecl *F);

  /// The model of an entry point whose method \p F overrides; null: none, or a
  /// tool generated it.
  const EntryPointModel *overridden(const clang::CXXMethodDecl *F);

  /// True if \p F is declared in a header whose functions borrow what they are
  /// given, or by the compiler.
  bool isBorrowingHeader(const clang::FunctionDecl *F);

  bool isTempVariable(llvm::StringRef Name) const {
    return TempVariables.contains(Name);
  }

  /// True if \p D, a variable, is a stream for people.
  bool isLogStream(const clang::NamedDecl *D) {
    return LogStreams.contains(Strings[Namer.qualifiedName(D)]);
  }

  /// True if a value model speaks of a member of \p Class: its objects hold
  /// texts (std::string, a path, QString).
  bool isText(const clang::CXXRecordDecl *Class);

  /// True if \p Method hands out what its object holds, by a model; where
  /// operator-> does, operator* does.
  bool handsOut(const clang::CXXMethodDecl *Method);

  /// True if objects of \p Class stand for others, by a model.
  bool isProxy(const clang::CXXRecordDecl *Class);

  /// True if a model of a holder's method speaks of a member of \p Class.
  bool isHolder(const clang::CXXRecordDecl *Class);

private:
  ModelsOf lookUp(llvm::StringRef Name) const;
  bool fits(const clang::FunctionDecl *F, const OverloadChoice &Which);
  llvm::StringRef typeName(clang::QualType T);
  Names &Namer;
  const StringTable &Strings;
  std::vector<const EntryPointModel *> Overrides;
  llvm::StringSet<> OverriddenNames; ///< Of methods, or "*".
  llvm::StringMap<ModelsOf> Exact;
  std::vector<std::pair<std::string, ModelsOf>> Globs;
  /// What is handed out stays where it is.
  std::map<StringId, ModelsOf> Cache;
  std::map<const clang::FunctionDecl *, ModelsOf> Overloads;
  llvm::StringSet<> TextClasses;
  llvm::StringSet<> HolderClasses, ArrowClasses, ProxyClasses;
  llvm::ArrayRef<GeneratedFileModel> GeneratedFiles;
  llvm::ArrayRef<BorrowingHeaderModel> BorrowingHeaders;
  llvm::DenseMap<clang::FileID, bool> Borrowing; ///< By header.
  llvm::StringSet<> TempVariables, LogStreams;
  llvm::StringSet<> OwnNames; ///< Functions that the user modelled.
  const ModelsOf None;
};

} // namespace stateless

#endif
