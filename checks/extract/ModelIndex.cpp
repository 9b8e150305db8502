//===- ModelIndex.cpp - Models found by declaration -----------------------===//
#include "extract/ModelIndex.h"
#include "facts/Globs.h"

namespace stateless {

template <typename Model, typename Assign>
void ModelIndex::add(const std::vector<Model> &List, Assign Set) {
  for (const Model &M : List) {
    const std::string *Name = nullptr;
    if constexpr (requires { M.Function; })
      Name = &M.Function;
    else
      Name = &M.Call;
    if (Name->empty())
      continue;
    if (llvm::StringRef(*Name).find_first_of("*?") == llvm::StringRef::npos) {
      Set(Exact[*Name], M);
      continue;
    }
    Globs.push_back({*Name, {}});
    Set(Globs.back().second, M);
  }
}

ModelIndex::ModelIndex(const Models &Known, Names &Namer,
                       const StringTable &Strings)
    : Namer(Namer), Strings(Strings) {
  // The first entry for a name wins: the user's models come first.
  add(Known.Files, [](ModelsOf &Of, const FileModel &M) {
    if (!Of.File)
      Of.File = &M;
  });
  add(Known.Values, [](ModelsOf &Of, const ValueModel &M) {
    if (!Of.Value)
      Of.Value = &M;
  });
  add(Known.Forwards, [](ModelsOf &Of, const ForwardModel &M) {
    if (!Of.Forward)
      Of.Forward = &M;
  });
  add(Known.Pure, [](ModelsOf &Of, const PureModel &M) {
    if (!Of.Pure)
      Of.Pure = &M;
  });
  add(Known.Roles, [](ModelsOf &Of, const RoleModel &M) {
    if (Of.Role == CallRole::None)
      Of.Role = M.Role;
  });
  add(Known.Allocators,
      [](ModelsOf &Of, const AllocatorModel &) { Of.Allocates = true; });
  add(Known.EntryPoints,
      [](ModelsOf &Of, const EntryPointModel &M) { Of.Entries.push_back(&M); });
  for (const EntryPointModel &M : Known.EntryPoints)
    if (!M.Override.empty()) {
      Overrides.push_back(&M);
      OverriddenNames.insert(llvm::StringRef(M.Override).rsplit("::").second);
    }
  OwnNames.insert(Known.Own.begin(), Known.Own.end());
  GeneratedFiles = Known.GeneratedFiles;
  for (const ValueModel &M : Known.Values) {
    // Only what is constructed from a text holds one: "ns::Class::Class".
    auto [Class, Method] = llvm::StringRef(M.Function).rsplit("::");
    if (Class.rsplit("::").second == Method || Class == Method)
      TextClasses.insert(Class);
  }
}

bool ModelIndex::isText(const clang::CXXRecordDecl *Class) {
  return TextClasses.contains(Strings[Namer.qualifiedName(Class)]);
}

ModelsOf ModelIndex::lookUp(llvm::StringRef Name) const {
  ModelsOf Result;
  if (auto It = Exact.find(Name); It != Exact.end())
    Result = It->second;
  for (const auto &[Pattern, Of] : Globs) {
    if (!matchesGlob(Pattern, Name))
      continue;
    if (!Result.File)
      Result.File = Of.File;
    if (!Result.Value)
      Result.Value = Of.Value;
    if (!Result.Forward)
      Result.Forward = Of.Forward;
    if (!Result.Pure)
      Result.Pure = Of.Pure;
    if (Result.Role == CallRole::None)
      Result.Role = Of.Role;
    Result.Allocates |= Of.Allocates;
    Result.Entries.append(Of.Entries.begin(), Of.Entries.end());
  }
  return Result;
}

const ModelsOf &ModelIndex::of(const clang::FunctionDecl *F) {
  StringId Name = Namer.qualifiedName(F);
  if (!Strings[Name].contains("::") && Namer.inProject(F) && !F->isExternC() &&
      !OwnNames.contains(Strings[Name]))
    return None;
  auto [It, New] = Cache.try_emplace(Name);
  if (New)
    It->second = lookUp(Strings[Name]);
  return It->second;
}

CallRole ModelIndex::roleOf(const clang::FunctionDecl *F) {
  CallRole Role = of(F).Role;
  auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(F);
  if (Role != CallRole::None || !Method)
    return Role;
  bool Takes = llvm::any_of(Method->overridden_methods(),
                            [&](const clang::CXXMethodDecl *Base) {
                              return roleOf(Base) == CallRole::Receives;
                            });
  return Takes ? CallRole::Receives : CallRole::None;
}

/// \p Class and all its bases, at any height.
static void
addBases(const clang::CXXRecordDecl *Class,
         llvm::SmallVectorImpl<const clang::CXXRecordDecl *> &Into) {
  if (llvm::is_contained(Into, Class))
    return;
  Into.push_back(Class);
  if (const clang::CXXRecordDecl *Definition = Class->getDefinition())
    for (const clang::CXXBaseSpecifier &Base : Definition->bases())
      if (const clang::CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl())
        addBases(B, Into);
}

const EntryPointModel *ModelIndex::overridden(const clang::CXXMethodDecl *F) {
  if (F->size_overridden_methods() == 0 || Overrides.empty() ||
      llvm::isa<clang::CXXDestructorDecl>(F))
    return nullptr;
  std::string Method = F->getDeclName().getAsString();
  if (!OverriddenNames.contains(Method) && !OverriddenNames.contains("*"))
    return nullptr;
  llvm::SmallVector<const clang::CXXRecordDecl *, 8> Classes;
  addBases(F->getParent(), Classes);
  llvm::StringRef File = Strings[Namer.locate(F->getLocation()).File];
  if (llvm::any_of(GeneratedFiles, [&](const std::string &Pattern) {
        return matchesGlob(Pattern, File);
      }))
    return nullptr;
  // The nearest class says what the method is for.
  for (const clang::CXXRecordDecl *Class : llvm::drop_begin(Classes)) {
    llvm::StringRef Name = Strings[Namer.qualifiedName(Class)];
    for (const EntryPointModel *M : Overrides)
      if (matchesGlob(M->Override, (Name + "::" + Method).str()))
        return M;
  }
  return nullptr;
}

} // namespace stateless
