//===- Names.cpp - What declarations are called and where they stand ------===//
#include "extract/Names.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace stateless {

Names::Names(ASTContext &Ast, StringTable &Strings, const Origins &Origin)
    : Ast(Ast), Sources(Ast.getSourceManager()), Strings(Strings),
      Origin(Origin) {}

bool Names::inProject(SourceLocation Loc) const {
  if (Loc.isInvalid())
    return false;
  SourceLocation File = Sources.getFileLoc(Loc);
  return !Origin.isLibrary(File) && Sources.getFileID(File).isValid() &&
         Sources.getFileEntryRefForID(Sources.getFileID(File));
}

StringId Names::fileName(FileID File) {
  auto [It, New] = FileNames.try_emplace(File);
  if (!New)
    return It->second;
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return {};
  llvm::vfs::FileSystem &FS = Sources.getFileManager().getVirtualFileSystem();
  SmallString<256> Path;
  if (FS.getRealPath(Entry->getName(), Path)) {
    Path = Entry->getName();
    FS.makeAbsolute(Path);
    llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  }
  StringId Id = Strings.intern(Path);
  FileNames[File] = Id;
  return Id;
}

Location Names::locate(SourceLocation Loc) {
  if (Loc.isInvalid())
    return {};
  auto [File, Offset] = Sources.getDecomposedLoc(Sources.getFileLoc(Loc));
  return {fileName(File), Sources.getLineNumber(File, Offset),
          Sources.getColumnNumber(File, Offset)};
}

StringId Names::macro(SourceLocation Loc) {
  if (!Loc.isMacroID() || Sources.isMacroArgExpansion(Loc))
    return {};
  return Strings.intern(
      Lexer::getImmediateMacroName(Loc, Sources, Ast.getLangOpts()));
}

const NamedDecl *Names::pattern(const NamedDecl *D) {
  if (auto *F = dyn_cast<FunctionDecl>(D)) {
    if (const FunctionDecl *P = F->getTemplateInstantiationPattern(false))
      return P;
    // A template that is a member of an instantiated class.
    if (const FunctionTemplateDecl *T = F->getDescribedFunctionTemplate())
      while ((T = T->getInstantiatedFromMemberTemplate()))
        D = T->getTemplatedDecl();
    return D;
  }
  if (auto *V = dyn_cast<VarDecl>(D)) {
    if (const VarDecl *P = V->getTemplateInstantiationPattern())
      return P;
    return D;
  }
  if (auto *R = dyn_cast<CXXRecordDecl>(D)) {
    if (const CXXRecordDecl *P = R->getTemplateInstantiationPattern())
      return P;
    return D;
  }
  auto *F = dyn_cast<FieldDecl>(D);
  if (!F)
    return D;
  auto *Record = dyn_cast<CXXRecordDecl>(F->getParent());
  const CXXRecordDecl *P =
      Record ? Record->getTemplateInstantiationPattern() : nullptr;
  if (!P)
    return D;
  for (const FieldDecl *Candidate : P->fields())
    if (Candidate->getFieldIndex() == F->getFieldIndex())
      return Candidate;
  return D;
}

/// The function that \p D is local to, seen through classes and lambdas.
static const FunctionDecl *enclosingFunction(const Decl *D) {
  return dyn_cast_or_null<FunctionDecl>(D->getParentFunctionOrMethod());
}

std::string Names::localUsr(const NamedDecl *D, SymbolId In) {
  auto [File, Offset] =
      Sources.getDecomposedLoc(Sources.getFileLoc(D->getLocation()));
  return (Strings[In] + "@" + D->getDeclName().getAsString() + "@" +
          llvm::Twine(Sources.getLineNumber(File, Offset)) + ":" +
          llvm::Twine(Sources.getColumnNumber(File, Offset)))
      .str();
}

/// A lambda is told apart by its place; so are instances of a generic one
/// united.
std::string Names::lambdaUsr(const CXXRecordDecl *Lambda, SymbolId In) {
  auto [File, Offset] =
      Sources.getDecomposedLoc(Sources.getFileLoc(Lambda->getLocation()));
  llvm::StringRef Outer = In ? Strings[In] : Strings[fileName(File)];
  return (Outer + "@lambda@" +
          llvm::Twine(Sources.getLineNumber(File, Offset)) + ":" +
          llvm::Twine(Sources.getColumnNumber(File, Offset)))
      .str();
}

/// The class of the lambda that \p D is a method of, or null.
static const CXXRecordDecl *lambdaOf(const NamedDecl *D) {
  auto *M = dyn_cast<CXXMethodDecl>(D);
  return M && M->getParent()->isLambda() ? M->getParent() : nullptr;
}

static bool isLocalVariable(const NamedDecl *D) {
  auto *Var = dyn_cast<VarDecl>(D);
  return Var && enclosingFunction(Var) && !Var->isLocalExternDecl();
}

std::string Names::usr(const NamedDecl *D) {
  if (const CXXRecordDecl *Lambda = lambdaOf(D))
    return lambdaUsr(Lambda, symbol(enclosingFunction(Lambda)));
  if (const FunctionDecl *In = enclosingFunction(D))
    if (isLocalVariable(D) ||
        (!isa<VarDecl>(D) && !D->hasExternalFormalLinkage()))
      return localUsr(D, symbol(In));
  SmallString<128> Buffer;
  if (index::generateUSRForDecl(D, Buffer))
    return localUsr(D, {});
  std::string Usr(Buffer);
  // Every program has a main of its own.
  const FunctionDecl *F = dyn_cast<FunctionDecl>(D);
  const FunctionDecl *Main = F && F->isMain() ? F->getDefinition() : nullptr;
  if (Main || !D->isExternallyVisible()) {
    SourceLocation At = (Main ? Main : D)->getLocation();
    FileID File = Sources.getFileID(Sources.getFileLoc(At));
    Usr += "@" + Strings[fileName(File)].str();
  }
  return Usr;
}

//===-- What templates make -----------------------------------------------===//

bool Names::isToldApart(const NamedDecl *D, const NamedDecl *Pattern) {
  return isa<FunctionDecl, VarDecl>(D) && !D->isTemplated() &&
         !D->isInvalidDecl() && inProject(Pattern);
}

std::string Names::mangledName(const NamedDecl *D) {
  if (!Mangler)
    Mangler = std::make_unique<ASTNameGenerator>(Ast);
  return Mangler->getName(D);
}

/// The pattern's, and what tells the object file's names apart.
SymbolId Names::instanceSymbol(const NamedDecl *D, const NamedDecl *Pattern) {
  symbol(Pattern);
  std::string Base = Strings[Symbols.lookup(Pattern)].str() + "#";
  if (isa<FunctionDecl>(D) && ++Instances[Pattern] > MaxInstances) {
    SymbolId Id = Strings.intern(Base + "rest");
    Shared.insert(Id);
    return Id;
  }
  Base += llvm::utohexstr(llvm::xxh3_64bits(mangledName(D)));
  // Arguments that only this unit knows make another entity in each.
  if (!D->isExternallyVisible() && Pattern->isExternallyVisible())
    Base += "@" + Strings[fileName(Sources.getMainFileID())].str();
  return Strings.intern(Base);
}

bool Names::isOneOfRest(const FunctionDecl *F) {
  return Shared.contains(symbol(F));
}

void Names::assumeInstances(const FunctionDecl *Pattern) {
  symbol(Pattern);
  Assumed.insert(cast<NamedDecl>(pattern(Pattern)->getCanonicalDecl()));
}

bool Names::takeSymbolOfRest(const FunctionDecl *Pattern) {
  const auto *P = cast<NamedDecl>(Pattern->getCanonicalDecl());
  if (Instances.lookup(P) <= MaxInstances && !Assumed.contains(P))
    return false;
  symbol(P);
  Rest[P] = Strings.intern(Strings[Symbols.lookup(P)].str() + "#rest");
  return true;
}

SymbolId Names::symbol(const NamedDecl *D) {
  if (!D)
    return {};
  D = cast<NamedDecl>(D->getCanonicalDecl());
  if (auto It = Rest.find(D); It != Rest.end())
    return It->second;
  if (auto It = Symbols.find(D); It != Symbols.end())
    return It->second;
  SymbolId Id;
  const NamedDecl *P = cast<NamedDecl>(pattern(D)->getCanonicalDecl());
  if (P == D || lambdaOf(D) || isLocalVariable(D))
    Id = Strings.intern(usr(D));
  else
    Id = isToldApart(D, P) ? instanceSymbol(D, P) : symbol(P);
  Symbols[D] = Id;
  return Id;
}

SymbolId Names::patternSymbol(const NamedDecl *D) {
  D = cast<NamedDecl>(D->getCanonicalDecl());
  if (const CXXRecordDecl *Lambda = lambdaOf(D)) {
    const FunctionDecl *In = enclosingFunction(Lambda);
    SymbolId Outer = In ? patternSymbol(In) : SymbolId();
    return Outer ? Strings.intern(lambdaUsr(Lambda, Outer)) : SymbolId();
  }
  if (isLocalVariable(D)) {
    SymbolId Outer = patternSymbol(enclosingFunction(D));
    return Outer ? Strings.intern(localUsr(D, Outer)) : SymbolId();
  }
  if (Rest.contains(D))
    return Symbols.lookup(D);
  const NamedDecl *P = cast<NamedDecl>(pattern(D)->getCanonicalDecl());
  return P != D && isToldApart(D, P) ? symbol(P) : SymbolId();
}

StringId Names::instance(const VarDecl *D) {
  const NamedDecl *Of = D;
  if (D->isStaticDataMember())
    Of = cast<NamedDecl>(D->getDeclContext());
  else if (isLocalVariable(D))
    Of = enclosingFunction(D);
  while (const CXXRecordDecl *Lambda = lambdaOf(Of))
    Of = enclosingFunction(Lambda);
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  Of->getNameForDiagnostic(Stream, Ast.getPrintingPolicy(), true);
  return Strings.intern(Text);
}

SymbolId Names::initializerSymbol(const ValueDecl *D) {
  return Strings.intern("init " + Strings[symbol(D)].str());
}

StringId Names::name(const NamedDecl *D) {
  if (auto *M = dyn_cast<CXXMethodDecl>(D); M && M->getParent()->isLambda())
    return Strings.intern("lambda");
  return Strings.intern(D->getDeclName().getAsString());
}

/// The variable of class \p Class that \p Space declares; null: none.
static const VarDecl *variableOf(const CXXRecordDecl *Class,
                                 const NamespaceDecl *Space) {
  for (const NamespaceDecl *Part : Space->redecls())
    for (const Decl *D : Part->decls()) {
      if (auto *Var = dyn_cast<VarDecl>(D);
          Var && Var->getType()->getAsCXXRecordDecl() == Class)
        return Var;
      if (auto *Inner = dyn_cast<NamespaceDecl>(D); Inner && Inner->isInline())
        if (const VarDecl *Var = variableOf(Class, Inner))
          return Var;
    }
  return nullptr;
}

/// The class that \p Base, a template's, is told that it is the base of; null:
/// none.
static const CXXRecordDecl *
derivedOf(const ClassTemplateSpecializationDecl *Base) {
  for (const TemplateArgument &Arg : Base->getTemplateArgs().asArray()) {
    const CXXRecordDecl *Class = Arg.getKind() == TemplateArgument::Type
                                     ? Arg.getAsType()->getAsCXXRecordDecl()
                                     : nullptr;
    if (Class && Class->hasDefinition() && Class->isDerivedFrom(Base) &&
        !isa<ClassTemplateSpecializationDecl>(Class))
      return Class;
  }
  return nullptr;
}

const VarDecl *Names::functionObject(const FunctionDecl *F) {
  auto *Operator = dyn_cast<CXXMethodDecl>(F);
  if (!Operator || Operator->getOverloadedOperator() != OO_Call ||
      inProject(Operator))
    return nullptr;
  const CXXRecordDecl *Class = Operator->getParent();
  if (auto *Base = dyn_cast<ClassTemplateSpecializationDecl>(Class))
    Class = derivedOf(Base);
  if (!Class || Class->isLambda() || Class->isDependentContext() ||
      !Class->isEmpty())
    return nullptr;
  auto [It, New] = FunctionObjects.try_emplace(Class, nullptr);
  if (!New)
    return It->second;
  // The class may stand in a namespace of its own beside the object.
  auto *Space = dyn_cast<NamespaceDecl>(Class->getDeclContext());
  for (unsigned Level = 0; Space && Level < 2 && !It->second; ++Level) {
    It->second = variableOf(Class, Space);
    Space = dyn_cast<NamespaceDecl>(Space->getDeclContext());
  }
  return It->second;
}

std::string Names::qualified(const NamedDecl *D) {
  if (auto *F = dyn_cast<FunctionDecl>(D))
    if (const VarDecl *Object = functionObject(F))
      D = Object;
  std::string Result;
  auto Prepend = [&Result](llvm::StringRef Part) {
    Result = Result.empty() ? Part.str() : (Part + "::" + Result).str();
  };
  for (const Decl *At = D; At;) {
    const DeclContext *Context = At->getDeclContext();
    if (auto *Space = dyn_cast<NamespaceDecl>(At)) {
      if (!Space->isInline() && !Space->isAnonymousNamespace())
        Prepend(Space->getName());
    } else if (auto *Record = dyn_cast<CXXRecordDecl>(At);
               Record && Record->isLambda()) {
      // The call operator that follows already says "lambda".
    } else if (auto *M = dyn_cast<CXXMethodDecl>(At);
               M && M->getParent()->isLambda()) {
      const FunctionDecl *In = enclosingFunction(M->getParent());
      Prepend(In ? "lambda in '" + Strings[qualifiedName(In)].str() + "'"
                 : "lambda");
      break;
    } else if (auto *Tag = dyn_cast<TagDecl>(At);
               Tag && Tag->getTypedefNameForAnonDecl()) {
      Prepend(Tag->getTypedefNameForAnonDecl()->getName());
    } else if (auto *Named = dyn_cast<NamedDecl>(At)) {
      if (isa<CXXConstructorDecl>(Named))
        Prepend(cast<CXXConstructorDecl>(Named)->getParent()->getName());
      else if (isa<CXXDestructorDecl>(Named))
        Prepend(("~" + cast<CXXDestructorDecl>(Named)->getParent()->getName())
                    .str());
      else if (std::string Text = Named->getDeclName().getAsString();
               !Text.empty())
        Prepend(Text);
    }
    At = Context ? dyn_cast<Decl>(Context) : nullptr;
    if (At && isa<TranslationUnitDecl>(At))
      break;
  }
  return Result;
}

StringId Names::qualifiedName(const NamedDecl *D) {
  if (!D)
    return {};
  auto It = QualifiedNames.find(D);
  if (It != QualifiedNames.end())
    return It->second;
  StringId Id = Strings.intern(qualified(D));
  QualifiedNames[D] = Id;
  return Id;
}

StringId Names::mangled(const VarDecl *D) {
  if (D->getType()->isDependentType() ||
      D->getDeclContext()->isDependentContext())
    return {};
  return Strings.intern(mangledName(D));
}

} // namespace stateless
