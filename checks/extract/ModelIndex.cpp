//===- ModelIndex.cpp - Models found by declaration -----------------------===//
#include "extract/ModelIndex.h"
#include "facts/Globs.h"
#include "facts/ModelFields.h"

namespace stateless {

ModelIndex::ModelIndex(const Models &Known, Names &Namer,
                       const StringTable &Strings)
    : Namer(Namer), Strings(Strings), GeneratedFiles(Known.GeneratedFiles),
      BorrowingHeaders(Known.BorrowingHeaders) {
  // The first model for a name wins: the user's come first.
  visitModels(Known, [&](const auto &M) {
    llvm::StringRef Name = functionOf(M);
    if (Name.empty())
      return;
    if (Name.find_first_of("*?") == llvm::StringRef::npos)
      return Exact[Name].add(M);
    Globs.push_back({Name.str(), {}});
    Globs.back().second.add(M);
  });
  for (const EntryPointModel &M : Known.EntryPoints)
    if (!M.Override.empty()) {
      Overrides.push_back(&M);
      OverriddenNames.insert(llvm::StringRef(M.Override).rsplit("::").second);
    }
  for (const TempVariableModel &M : Known.TempVariables)
    TempVariables.insert(M.Variable);
  for (const LogStreamModel &M : Known.LogStreams)
    LogStreams.insert(M.Variable);
  for (const HolderMethodModel &M : Known.HolderMethods) {
    auto [Class, Method] = llvm::StringRef(M.Function).rsplit("::");
    HolderClasses.insert(Class);
    if (Method == "operator->")
      ArrowClasses.insert(Class);
  }
  for (const ProxyModel &M : Known.Proxies)
    ProxyClasses.insert(M.Class);
  OwnNames.insert(Known.Own.begin(), Known.Own.end());
  for (const ValueModel &M : Known.Values) {
    // Only what is constructed from a text holds one: "ns::Class::Class".
    auto [Class, Method] = llvm::StringRef(M.Function).rsplit("::");
    if (Class.rsplit("::").second == Method || Class == Method)
      TextClasses.insert(Class);
  }
}

bool ModelIndex::isHolder(const clang::CXXRecordDecl *Class) {
  return HolderClasses.contains(Strings[Namer.qualifiedName(Class)]);
}

bool ModelIndex::handsOut(const clang::CXXMethodDecl *Method) {
  if (of(Method).get<HolderMethodModel>())
    return true;
  return Method->getOverloadedOperator() == clang::OO_Star &&
         Method->getNumParams() == 0 &&
         ArrowClasses.contains(
             Strings[Namer.qualifiedName(Method->getParent())]);
}

bool ModelIndex::isProxy(const clang::CXXRecordDecl *Class) {
  return ProxyClasses.contains(Strings[Namer.qualifiedName(Class)]);
}

bool ModelIndex::isText(const clang::CXXRecordDecl *Class) {
  return TextClasses.contains(Strings[Namer.qualifiedName(Class)]);
}

ModelsOf ModelIndex::lookUp(llvm::StringRef Name) const {
  ModelsOf Result;
  if (auto It = Exact.find(Name); It != Exact.end())
    Result = It->second;
  for (const auto &[Pattern, Of] : Globs)
    if (matchesGlob(Pattern, Name))
      Result.append(Of);
  return Result;
}

const ModelsOf &ModelIndex::of(const clang::FunctionDecl *F) {
  StringId Name = Namer.qualifiedName(F);
  if (!Strings[Name].contains("::") && Namer.inProject(F) && !F->isExternC() &&
      !OwnNames.contains(Strings[Name]))
    return None;
  const ModelsOf &All = byName(F);
  if (!All.isChoosy())
    return All;
  auto [It, New] = Overloads.try_emplace(F->getCanonicalDecl());
  if (New)
    It->second =
        All.chosen([&](const OverloadChoice &Which) { return fits(F, Which); });
  return It->second;
}

/// The name of \p T behind references, pointers and arrays, as rules name it.
llvm::StringRef ModelIndex::typeName(clang::QualType T) {
  T = T.getCanonicalType();
  while (T->isReferenceType() || T->isAnyPointerType() || T->isArrayType())
    T = T->isArrayType()
            ? clang::QualType(T->getArrayElementTypeNoTypeQual(), 0)
            : T->getPointeeType();
  if (const clang::TagDecl *Tag = T->getAsTagDecl())
    return Strings[Namer.qualifiedName(Tag)];
  const auto *Builtin = T->getAs<clang::BuiltinType>();
  return Builtin ? Builtin->getName(clang::PrintingPolicy({})) : "";
}

/// The template arguments that are types of the class that \p F is a member of
/// or, if that is no template's, of the nearest one around it.
static llvm::SmallVector<clang::QualType, 4>
classArguments(const clang::FunctionDecl *F) {
  llvm::SmallVector<clang::QualType, 4> Types;
  const clang::DeclContext *In = F->getParent();
  while (In->isRecord() &&
         !llvm::isa<clang::ClassTemplateSpecializationDecl>(In))
    In = In->getParent();
  auto Add = [&](const clang::TemplateArgument &Argument) {
    if (Argument.getKind() == clang::TemplateArgument::Type)
      Types.push_back(Argument.getAsType());
  };
  if (auto *Class = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(In))
    for (const clang::TemplateArgument &Argument :
         Class->getTemplateArgs().asArray()) {
      if (Argument.getKind() != clang::TemplateArgument::Pack)
        Add(Argument);
      else
        llvm::for_each(Argument.pack_elements(), Add);
    }
  return Types;
}

bool ModelIndex::fits(const clang::FunctionDecl *F,
                      const OverloadChoice &Which) {
  if (Which.isAny())
    return true;
  if (Which.Last && F->getNumParams() > static_cast<unsigned>(*Which.Last) + 1)
    return false;
  auto Match = [&](const std::vector<std::string> *Globs,
                   llvm::ArrayRef<clang::QualType> Types) {
    if (!Globs || Globs->empty())
      return true;
    if (Types.size() < Globs->size())
      return false;
    return llvm::all_of(llvm::zip_first(*Globs, Types), [&](auto Pair) {
      auto &[Glob, T] = Pair;
      return matchesGlob(Glob, typeName(T));
    });
  };
  llvm::SmallVector<clang::QualType, 4> Parameters;
  for (const clang::ParmVarDecl *Parameter : F->parameters())
    Parameters.push_back(Parameter->getType());
  return Match(Which.Parameters, Parameters) &&
         Match(Which.ClassArguments, classArguments(F));
}

const ModelsOf &ModelIndex::byName(const clang::NamedDecl *D) {
  StringId Id = Namer.qualifiedName(D);
  auto [It, New] = Cache.try_emplace(Id);
  if (!New)
    return It->second;
  llvm::StringRef Name = Strings[Id];
  It->second = lookUp(Name);
  // An algorithm on ranges does to them what its namesake does to iterators
  // ([algorithms.requirements]).
  if (Name.consume_front("std::ranges::"))
    It->second.append(lookUp(("std::" + Name).str()));
  return It->second;
}

bool ModelIndex::isBorrowingHeader(const clang::FunctionDecl *F) {
  const clang::SourceManager &Sources = F->getASTContext().getSourceManager();
  clang::FileID Id = Sources.getFileID(Sources.getFileLoc(F->getLocation()));
  auto [It, New] = Borrowing.try_emplace(Id, true);
  if (!New)
    return It->second;
  if (auto File = Sources.getFileEntryRefForID(Id))
    It->second =
        llvm::any_of(BorrowingHeaders, [&](const BorrowingHeaderModel &M) {
          return matchesGlob(M.Path, File->getName());
        });
  return It->second;
}

CallRole ModelIndex::roleOf(const clang::FunctionDecl *F) {
  CallRole Role = of(F).role();
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
  if (llvm::any_of(GeneratedFiles, [&](const GeneratedFileModel &M) {
        return matchesGlob(M.Path, File);
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
