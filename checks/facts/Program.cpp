//===- Program.cpp - All facts of one analysis, frozen --------------------===//
#include "facts/Program.h"

namespace stateless {

namespace {

template <typename T>
const T *lookUp(const llvm::DenseMap<SymbolId, uint32_t> &Index,
                const std::vector<T> &Entities, SymbolId Symbol) {
  auto It = Index.find(Symbol);
  return It == Index.end() ? nullptr : &Entities[It->second];
}

llvm::ArrayRef<const Function *>
lookUp(const llvm::DenseMap<SymbolId, std::vector<const Function *>> &Index,
       SymbolId Symbol) {
  auto It = Index.find(Symbol);
  if (It == Index.end())
    return {};
  return It->second;
}

} // namespace

const Variable *Program::variable(SymbolId Symbol) const {
  return lookUp(VariableIndex, Variables, Symbol);
}

const Field *Program::field(SymbolId Symbol) const {
  return lookUp(FieldIndex, Fields, Symbol);
}

const Class *Program::classOf(SymbolId Symbol) const {
  return lookUp(ClassIndex, Classes, Symbol);
}

const Function *Program::function(SymbolId Symbol) const {
  return lookUp(FunctionIndexBySymbol, Functions, Symbol);
}

llvm::SmallVector<const Function *, 1> Program::bodies(SymbolId Symbol) const {
  const Function *F = function(Symbol);
  if (F && F->Definition)
    return {F};
  llvm::ArrayRef<const Function *> Made = lookUp(Instances, Symbol);
  return {Made.begin(), Made.end()};
}

llvm::ArrayRef<const Function *> Program::callers(SymbolId Callee) const {
  return lookUp(Callers, Callee);
}

llvm::ArrayRef<const Function *> Program::overriders(SymbolId Method) const {
  return lookUp(Overriders, Method);
}

llvm::ArrayRef<const Function *> Program::methods(SymbolId Class) const {
  return lookUp(Methods, Class);
}

llvm::ArrayRef<Mention> Program::mentions(llvm::StringRef Name) const {
  uint32_t Hash = nameHash(Name);
  auto First = llvm::lower_bound(MentionIndex, Mention{Hash, {}, {}});
  auto Last = std::find_if(First, MentionIndex.end(),
                           [&](const Mention &M) { return M.Name != Hash; });
  return {MentionIndex.data() + (First - MentionIndex.begin()),
          static_cast<size_t>(Last - First)};
}

bool Program::isMainFile(StringId File) const {
  auto Before = [&](StringId Id, llvm::StringRef Path) {
    return text(Id) < Path;
  };
  auto Unit = llvm::lower_bound(MainFiles, text(File), Before);
  return Unit != MainFiles.end() && *Unit == File;
}

bool isMain(const Program &Prog, const Function &F) {
  return !F.Class && Prog.text(F.QualifiedName) == "main";
}

} // namespace stateless
