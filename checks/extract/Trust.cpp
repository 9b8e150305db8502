//===- Trust.cpp - Which declarations a broken unit still makes -----------===//
//
// A statement reaches from the last ';', '{' or '}' before a declaration, but
// from the start of its line at the earliest, to the first one behind it.
//
//===----------------------------------------------------------------------===//
#include "extract/Trust.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace stateless {

Trust::Trust(const ASTContext &Ast, llvm::ArrayRef<SourceLocation> Errors)
    : Ast(Ast) {
  for (SourceLocation Loc : Errors) {
    auto [File, Offset] = Ast.getSourceManager().getDecomposedLoc(Loc);
    Files[File].Errors.push_back(Offset);
  }
  for (auto &Each : Files)
    llvm::sort(Each.second.Errors);
}

/// True if \p D, or something around it, is invalid.
static bool isInvalid(const Decl *D) {
  while (!D->isInvalidDecl()) {
    const DeclContext *Around = D->getDeclContext();
    if (!Around || Around->isTranslationUnit())
      return false;
    D = cast<Decl>(Around);
  }
  return true;
}

static bool dependsOnUnknown(const DeclaratorDecl *D) {
  const Expr *Init = nullptr;
  if (auto *Var = dyn_cast<VarDecl>(D))
    Init = Var->getInit();
  else if (auto *Field = dyn_cast<FieldDecl>(D))
    Init = Field->getInClassInitializer();
  return D->getType()->containsErrors() || (Init && Init->containsErrors());
}

bool Trust::believes(const DeclaratorDecl *D) {
  if (isInvalid(D))
    return false;
  return !Ast.getDiagnostics().hasUncompilableErrorOccurred() ||
         (!dependsOnUnknown(D) && endsOrGoesOn(D) && !holdsError(D));
}

/// `bool f(std::vector<int> V) {...}` without std::vector is a variable `f` to
/// Clang that ends before the parenthesis: there is more than the AST has.
bool Trust::endsOrGoesOn(const DeclaratorDecl *D) const {
  SourceLocation End = D->getEndLoc();
  if (!End.isFileID()) // The macro has what follows.
    return true;
  auto Next =
      Lexer::findNextToken(End, Ast.getSourceManager(), Ast.getLangOpts());
  if (!Next)
    return true;
  if (Next->is(tok::raw_identifier)) {
    llvm::StringRef Word = Next->getRawIdentifier().trim('_');
    return Word == "attribute" || Word == "asm";
  }
  return Next->isOneOf(tok::semi, tok::comma, tok::colon, tok::r_paren,
                       tok::l_square, tok::eof);
}

Trust::BrokenFile *Trust::broken(FileID File) {
  auto It = Files.find(File);
  if (It == Files.end())
    return nullptr;
  BrokenFile &Found = It->second;
  if (std::exchange(Found.Lexed, true))
    return &Found;
  const SourceManager &Sources = Ast.getSourceManager();
  Lexer Raw(File, Sources.getBufferOrFake(File), Sources, Ast.getLangOpts());
  for (Token Each; !Raw.LexFromRawLexer(Each) && Each.isNot(tok::eof);)
    if (Each.isOneOf(tok::semi, tok::l_brace, tok::r_brace))
      Found.Ends.push_back(Sources.getFileOffset(Each.getLocation()));
  return &Found;
}

bool Trust::holdsError(const DeclaratorDecl *D) {
  const SourceManager &Sources = Ast.getSourceManager();
  CharSourceRange Range = Sources.getExpansionRange(D->getSourceRange());
  auto [File, Begin] = Sources.getDecomposedLoc(Range.getBegin());
  auto [EndFile, End] = Sources.getDecomposedLoc(Range.getEnd());
  BrokenFile *In = broken(File);
  if (!In || File != EndFile)
    return false;
  unsigned LineStart = Begin + 1 - Sources.getColumnNumber(File, Begin);
  auto Before = llvm::lower_bound(In->Ends, Begin);
  unsigned First = Before == In->Ends.begin()
                       ? LineStart
                       : std::max(LineStart, *std::prev(Before) + 1);
  auto Error = llvm::lower_bound(In->Errors, First);
  auto Last = llvm::lower_bound(In->Ends, End);
  return Error != In->Errors.end() &&
         (Last == In->Ends.end() || *Error <= *Last);
}

} // namespace stateless
