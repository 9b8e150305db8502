//===- Names.cpp - What declarations are called and where they stand ------===//
#include "extract/Names.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

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

std::string Names::localUsr(const NamedDecl *D, const FunctionDecl *In) {
  // An instantiation's locals have their pattern's positions.
  auto [File, Offset] =
      Sources.getDecomposedLoc(Sources.getFileLoc(D->getLocation()));
  return (Strings[symbol(In)] + "@" + D->getDeclName().getAsString() + "@" +
          llvm::Twine(Sources.getLineNumber(File, Offset)) + ":" +
          llvm::Twine(Sources.getColumnNumber(File, Offset)))
      .str();
}

std::string Names::usr(const NamedDecl *D) {
  if (auto *M = dyn_cast<CXXMethodDecl>(D); M && M->getParent()->isLambda()) {
    // A lambda is told apart by its place; so are its instantiations united.
    auto [File, Offset] = Sources.getDecomposedLoc(
        Sources.getFileLoc(M->getParent()->getLocation()));
    const FunctionDecl *In = enclosingFunction(M->getParent());
    llvm::StringRef Outer = In ? Strings[symbol(In)] : Strings[fileName(File)];
    return (Outer + "@lambda@" +
            llvm::Twine(Sources.getLineNumber(File, Offset)) + ":" +
            llvm::Twine(Sources.getColumnNumber(File, Offset)))
        .str();
  }
  if (const FunctionDecl *In = enclosingFunction(D))
    if (!D->hasExternalFormalLinkage() || isa<VarDecl>(D))
      if (auto *V = dyn_cast<VarDecl>(D); !V || !V->isLocalExternDecl())
        return localUsr(D, In);
  SmallString<128> Buffer;
  if (index::generateUSRForDecl(D, Buffer))
    return localUsr(D, nullptr);
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

SymbolId Names::symbol(const NamedDecl *D) {
  if (!D)
    return {};
  D = cast<NamedDecl>(D->getCanonicalDecl());
  auto It = Symbols.find(D);
  if (It != Symbols.end())
    return It->second;
  const NamedDecl *P = cast<NamedDecl>(pattern(D)->getCanonicalDecl());
  SymbolId Id = P != D ? symbol(P) : Strings.intern(usr(D));
  Symbols[D] = Id;
  return Id;
}

SymbolId Names::initializerSymbol(const ValueDecl *D) {
  return Strings.intern("init " + Strings[symbol(D)].str());
}

StringId Names::name(const NamedDecl *D) {
  if (auto *M = dyn_cast<CXXMethodDecl>(D); M && M->getParent()->isLambda())
    return Strings.intern("lambda");
  return Strings.intern(D->getDeclName().getAsString());
}

std::string Names::qualified(const NamedDecl *D) {
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
  if (!Mangler)
    Mangler = std::make_unique<ASTNameGenerator>(Ast);
  return Strings.intern(Mangler->getName(D));
}

} // namespace stateless
