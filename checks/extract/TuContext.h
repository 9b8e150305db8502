//===- TuContext.h - What the parts of the extractor share -----*- C++ -*-===//
//
// One translation unit in the making: its AST, its facts, and the interners
// that fill them. It must not decide anything.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_TUCONTEXT_H
#define STATELESS_EXTRACT_TUCONTEXT_H

#include "extract/CodeTypes.h"
#include "extract/ModelIndex.h"
#include "extract/Names.h"
#include "extract/TextHolders.h"
#include "extract/Trust.h"
#include "extract/Types.h"
#include "facts/Facts.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace stateless {

struct TuContext {
  /// \p Errors: where the compiler found fault, as places in files.
  TuContext(clang::ASTContext &Ast, const Models &Known, TuFacts &Facts,
            const Origins &Origin,
            llvm::ArrayRef<clang::SourceLocation> Errors = {})
      : Ast(Ast), Facts(Facts), Namer(Ast, Facts.Strings, Origin),
        Known(Known, Namer, Facts.Strings),
        Typer(Ast, Namer, this->Known, Facts),
        Holders(Namer, Typer, this->Known), Trusted(Ast, Errors),
        Code(Ast, Namer) {}

  /// Interns a value; equal values share an id.
  ValueId intern(Value &&V) {
    auto [It, New] = Values.try_emplace(V);
    if (New) {
      It->second = {static_cast<uint32_t>(Facts.Values.size())};
      Facts.Values.push_back(std::move(V));
    }
    return It->second;
  }

  clang::ASTContext &Ast;
  TuFacts &Facts;
  Names Namer;
  ModelIndex Known;
  Types Typer;
  TextHolders Holders;
  Trust Trusted;
  CodeTypes Code;
  /// The hashes of names that stand unseen in a file, so far; may repeat.
  std::map<std::pair<StringId, MentionKind>, std::vector<uint32_t>> Mentioned;
  /// Functions that only call one of the library, made so far (Lowering).
  llvm::DenseSet<SymbolId> Callers;

private:
  std::map<Value, ValueId> Values;
};

} // namespace stateless

#endif
