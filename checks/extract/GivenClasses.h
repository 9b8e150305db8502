//===- GivenClasses.h - Classes that a library's template gets -*- C++ -*-===//
//
// Collects the project's classes of which a template of a library may see an
// object: those among its arguments, and all that one gets from an object of
// such a class. It must not know what the template does.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_GIVENCLASSES_H
#define STATELESS_EXTRACT_GIVENCLASSES_H

#include "extract/TuContext.h"
#include "clang/AST/DeclTemplate.h"

namespace stateless {

class GivenClasses {
public:
  explicit GivenClasses(TuContext &Tu) : Tu(Tu) {}

  /// Code of the project names \p D, which may be made of a library's template.
  void named(const clang::Decl *D);
  /// Something in the code of the project has the type \p T, which may be, or
  /// lead to, what a library's template makes.
  void has(clang::QualType T) { walk(T, Giver::None); }

  /// Once for each kind of library that has it.
  llvm::ArrayRef<GivenClass> found() const { return Found; }

private:
  /// Whose template has a type.
  enum class Giver : uint8_t { None, Standard, Other };

  Giver giver(const clang::Decl *Template) const;
  void arguments(llvm::ArrayRef<clang::TemplateArgument> All, Giver By);
  void walk(clang::QualType T, Giver By);
  void record(const clang::CXXRecordDecl *Class, Giver By);

  TuContext &Tu;
  std::vector<GivenClass> Found;
  llvm::DenseSet<const void *> Seen[3]; ///< Types, by giver.
  llvm::DenseSet<SymbolId> Given[3];    ///< Classes of Found, likewise.
};

} // namespace stateless

#endif
