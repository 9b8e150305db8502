//===- KeyTests.h - What conditions tell about keys -------------*- C++ -*-===//
//
// Which keys a condition finds in which containers, where it comes out true or
// false: tests of all shapes, also by way of a local that holds the answer or
// of a function that is nothing but a test. It must not know control flow.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_KEYTESTS_H
#define STATELESS_EXTRACT_KEYTESTS_H

#include "extract/KeyPaths.h"
#include <set>

namespace stateless {

/// A container and a key in it.
struct LookUp {
  const clang::Expr *Container = nullptr;
  const clang::Expr *Key = nullptr;
  /// The names that they are made of.
  llvm::SmallVector<NamedPath, 4> OfContainer, OfKey;
  bool OwnKey = false; ///< No other function changes the key.
};

/// Something that is known. Unless Local is null: of \c At only if Local is
/// not 0 and not the end; or only if it is, as Unless says.
struct KeyKnowledge {
  size_t At = 0;
  const clang::VarDecl *Local = nullptr;
  bool Unless = false;
  auto operator<=>(const KeyKnowledge &) const = default;
};
using KeyState = std::set<KeyKnowledge>;

/// What \p Callee does with keys; null: nothing that a model tells, or it is a
/// function of the project.
const KeyMethodModel *keyMethod(const clang::FunctionDecl *Callee,
                                TuContext &Tu);

class KeyTests {
public:
  explicit KeyTests(TuContext &Tu) : Tu(Tu) {}

  std::vector<LookUp> LookUps;

  /// Adds to \p Known what follows if \p E is \p True, said in the names of
  /// \p With.
  void learn(const clang::Expr *E, bool True, KeyState &Known,
             const CalledWith *With = nullptr) const;

  /// Adds that the key which \p Call looks up, or puts in, is there.
  void learnCall(const clang::CallExpr *Call, KeyState &Known,
                 const CalledWith *With = nullptr) const;

  /// Adds that \p Element is, or leads to, an element of \p Container, with its
  /// key.
  void learnElement(const clang::Expr *Container,
                    const clang::ValueDecl *Element, KeyState &Known) const;

  /// The call of a method of kind \p Kind that \p E is; null: it is none.
  const clang::CallExpr *asKeyCall(const clang::Expr *E,
                                   KeyMethodKind Kind) const;

  /// \p E without what gives the same answer.
  static const clang::Expr *answer(const clang::Expr *E);

private:
  void compare(const clang::Expr *Left, clang::BinaryOperatorKind Op,
               const clang::Expr *Right, bool True, KeyState &Known,
               const CalledWith *With) const;
  void compareEnds(const clang::Expr *Found, clang::BinaryOperatorKind Op,
                   const clang::Expr *End, KeyState &Known,
                   const CalledWith *With) const;
  void compareNumber(const clang::Expr *Count, clang::BinaryOperatorKind Op,
                     const clang::Expr *Number, KeyState &Known,
                     const CalledWith *With) const;
  void learnPredicate(const clang::CallExpr *Call, bool True,
                      KeyState &Known) const;
  bool onlyAsks(const clang::Stmt *S) const;

  TuContext &Tu;
};

} // namespace stateless

#endif
