//===- ModelIndex.cpp - Models found by declaration -----------------------===//
#include "extract/ModelIndex.h"
#include "Vocabulary.h"

namespace stateless {

template <typename Model, typename Assign>
void ModelIndex::add(const std::vector<Model> &List, Assign Set) {
  for (const Model &M : List) {
    if (llvm::StringRef(M.Function).find_first_of("*?") ==
        llvm::StringRef::npos) {
      Set(Exact[M.Function], M);
      continue;
    }
    Globs.push_back({M.Function, {}});
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
  OwnNames.insert(Known.Own.begin(), Known.Own.end());
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

} // namespace stateless
