//===- VirtualMethods.h - What a virtual call runs on an object -*- C++ -*-===//
//
// Finds the last overrider of a method for an object of a known type. It must
// not know which objects there are.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_VIRTUALMETHODS_H
#define STATELESS_ANALYSIS_VIRTUALMETHODS_H

#include "facts/Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>

namespace stateless {

class VirtualMethods {
public:
  using Functions = llvm::SmallVector<const Function *, 2>;

  /// \p Prog outlives this.
  explicit VirtualMethods(const Program &Prog) : Prog(Prog) {}

  /// What a call of \p Method may run on an object of type \p Of: several if it
  /// may be of several instantiations of a class; empty: not known. The result
  /// stays valid.
  const Functions &of(TypeId Of, SymbolId Method);

  /// True if \p Methods are known, and each is one that runs. An abstract class
  /// has no objects: it is some class that derives from it.
  bool areBodies(const Functions &Methods) const;

  /// \p Methods of the class of type \p T. Where some are of that very
  /// instantiation, those alone; a base of a template's class is open.
  Functions ofType(Functions Methods, const Type &T) const;

private:
  const Program &Prog;
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, std::unique_ptr<Functions>>
      Known; ///< By type and method.
};

} // namespace stateless

#endif
