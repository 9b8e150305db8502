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
#include "llvm/ADT/SetVector.h"

namespace stateless {

class GivenClasses {
public:
  explicit GivenClasses(TuContext &Tu) : Tu(Tu) {}

  /// Code of the project names \p D, which may be made of a library's template.
  void named(const clang::Decl *D);
  /// Something in the code of the project has the type \p T, which may be, or
  /// lead to, what a library's template makes.
  void has(clang::QualType T) { walk(T, /*Given=*/false); }

  llvm::ArrayRef<SymbolId> found() const { return Found.getArrayRef(); }

private:
  void arguments(llvm::ArrayRef<clang::TemplateArgument> All, bool Given);
  void walk(clang::QualType T, bool Given);
  void record(const clang::CXXRecordDecl *Class, bool Given);

  TuContext &Tu;
  llvm::SetVector<SymbolId> Found;
  llvm::DenseSet<const void *> Seen[2]; ///< Types; and those that are given.
};

} // namespace stateless

#endif
