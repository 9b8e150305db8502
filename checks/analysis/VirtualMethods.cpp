//===- VirtualMethods.cpp - What a virtual call runs on an object ---------===//
#include "analysis/VirtualMethods.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

/// True if \p F is \p Method or overrides it, however far.
static bool overrides(const Program &Prog, const Function &F, SymbolId Method,
                      unsigned Depth = 0) {
  return F.Symbol == Method ||
         (Depth < 32 && llvm::any_of(
                            F.Overrides,
                            [&](SymbolId Base) {
                              const Function *B = Prog.function(Base);
                              return Base == Method ||
                                     (B &&
                                      overrides(Prog, *B, Method, Depth + 1));
                            }));
}

VirtualMethods::Functions VirtualMethods::ofType(Functions Methods,
                                                 const Type &T) const {
  auto Spelling = [&](const Type &Of) {
    llvm::StringRef Text = Prog.text(Of.Spelling);
    Text.consume_front("const ");
    return Text;
  };
  auto IsOfType = [&](const Function *F) {
    return !F->ClassType || Spelling(Prog.type(F->ClassType)) == Spelling(T);
  };
  if (llvm::any_of(Methods, IsOfType))
    llvm::erase_if(Methods, [&](const Function *F) { return !IsOfType(F); });
  return Methods;
}

const VirtualMethods::Functions &VirtualMethods::of(TypeId Of,
                                                    SymbolId Method) {
  auto [It, New] = Known.try_emplace({Of.Value, Method.Value});
  if (!New)
    return *It->second;
  Functions &Found = *(It->second = std::make_unique<Functions>());
  const Type &T = Prog.type(Of);
  for (const Function *F : Prog.methods(T.Symbol))
    if (overrides(Prog, *F, Method))
      Found.push_back(F);
  Found = ofType(std::move(Found), T);
  if (const Class *C = Prog.classOf(T.Symbol); C && Found.empty()) {
    for (TypeId Base : C->Bases)
      for (const Function *F : of(Base, Method))
        if (!llvm::is_contained(Found, F))
          Found.push_back(F);
    // What a sibling overrides, of a virtual base that both have.
    Functions All = Found;
    llvm::erase_if(Found, [&](const Function *F) {
      return llvm::any_of(All, [&](const Function *Other) {
        return Other != F && overrides(Prog, *Other, F->Symbol);
      });
    });
  }
  return Found;
}

bool VirtualMethods::areBodies(const Functions &Methods) const {
  return !Methods.empty() && llvm::all_of(Methods, [&](const Function *F) {
    return F->Definition || Prog.overriders(F->Symbol).empty();
  });
}

} // namespace stateless
