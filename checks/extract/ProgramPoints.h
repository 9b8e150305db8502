//===- ProgramPoints.h - Where code stands in its control flow -*- C++ -*-===//
//
// Finds the block and the order of statements in Clang's control-flow graph of
// one function body. Blocks that always follow each other are one. A body that
// Clang makes no graph of (a template that is not instantiated) is taken for
// one block in the order in which it is asked about. It must not know facts
// about what the code does.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_PROGRAMPOINTS_H
#define STATELESS_EXTRACT_PROGRAMPOINTS_H

#include "extract/ModelIndex.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include <set>

namespace stateless {

class ProgramPoints {
public:
  /// Null \p F: the initialiser of a variable or field, which has one block.
  ProgramPoints(const clang::FunctionDecl *F, ModelIndex &Known);

  struct Position {
    uint32_t Block = 0, Index = 0;
    auto operator<=>(const Position &) const = default;
  };

  /// Where \p S is evaluated. What the graph leaves out is where the last of
  /// its parts is or, without any, where the last answer was.
  Position of(const clang::Stmt *S);
  /// Where the local \p D is declared.
  Position of(const clang::Decl *D);
  /// The last answer.
  Position last() const { return Last; }

  /// True if control, from \p From on, comes by one of \p Stops before it
  /// leaves the function, and by none of \p Lost on its way there; but for
  /// exceptions that leave it, and where the process ends.
  bool comesBy(const clang::Stmt *From,
               llvm::ArrayRef<const clang::Expr *> Stops,
               llvm::ArrayRef<const clang::Expr *> Lost) const;

  struct Lazy {
    const clang::VarDecl *Guard;
    const clang::Expr *Read;
    LazyBlocks Blocks; ///< Without the guard, and where it is read.
  };
  llvm::ArrayRef<Lazy> lazy() const { return LazyOnes; }

  struct Guard {
    const clang::ParmVarDecl *Of;
    GuardedBlocks Blocks; ///< Without the parameter.
  };
  llvm::ArrayRef<Guard> guards() const { return Guards; }

  /// The graph; only points, lazy and guarded blocks are missing.
  ControlFlow takeGraph() { return std::move(Graph); }

private:
  void build(const clang::FunctionDecl &F, ModelIndex &Known);
  const Position *find(const clang::Stmt *S, unsigned Depth) const;

  llvm::DenseMap<const void *, Position> Known; ///< By statement and decl.
  ControlFlow Graph;
  std::vector<Lazy> LazyOnes;
  std::vector<Guard> Guards;
  std::set<uint32_t> Ending; ///< Blocks that end in what does not return.
  bool HasGraph = false;
  Position Last;
};

} // namespace stateless

#endif
