//===- ConstFix.cpp - What makes a variable const -------------------------===//
//
// Five questions: does every use in every unit allow const, is every unit that
// could name the variable in sight, is it the same variable for all of them
// afterwards, does no cast take the const away again, and does no code that
// only another build compiles, no assembly and no symbol of the linker name it?
//
//===----------------------------------------------------------------------===//
#include "ConstFix.h"
#include "RequestEvidence.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

/// True if no unit that is out of sight can name \p V.
static bool isAllInSight(const Program &Prog, const Variable &V) {
  if (Prog.isWhole())
    return true;
  return V.Link != Linkage::External && Prog.isMainFile(V.Loc.File) &&
         llvm::none_of(Prog.problems(), [&](const Problem &P) {
           return P.Kind == ProblemKind::Error && P.File == V.Loc.File;
         });
}

/// True if \p M, which has a name of \p V, may mean it.
static bool mayMean(const Program &Prog, const Mention &M, const Variable &V) {
  switch (M.Kind) {
  case MentionKind::Code:
  case MentionKind::Linker:
    break;
  case MentionKind::Member:
    return V.Where == Storage::StaticMember;
  case MentionKind::Text: // dlsym() finds what is exported.
    return V.Link == Linkage::External;
  }
  // Only its own file and what that includes can name what is of one file.
  return V.Link == Linkage::External || M.File == V.Loc.File ||
         !Prog.isMainFile(V.Loc.File) || !Prog.isMainFile(M.File);
}

static bool isMentioned(const Program &Prog, const Variable &V) {
  auto Means = [&](StringId Name) {
    return llvm::any_of(Prog.mentions(Prog.text(Name)),
                        [&](const Mention &M) { return mayMean(Prog, M, V); });
  };
  return Means(V.Name) || (V.Mangled && Means(V.Mangled));
}

namespace {

/// Looks for a type whose const is cast away somewhere among all that an object
/// holds. A cast from "const void" may be of anything.
class CastFinder {
public:
  explicit CastFinder(const Program &Prog) : Prog(Prog) {}

  bool reaches(TypeId First) {
    if (isCast("void"))
      return true;
    Todo.push_back(First);
    while (!Todo.empty()) {
      TypeId Id = Todo.pop_back_val();
      if (!Seen.insert(Id.Value).second)
        continue;
      const Type &T = Prog.type(Id);
      if (isCast(Prog.text(T.Spelling)))
        return true;
      Todo.append(T.Args.begin(), T.Args.end());
      if (const Class *C = Prog.classOf(Id))
        add(*C);
    }
    return false;
  }

private:
  void add(const Class &C) {
    Todo.append(C.Bases.begin(), C.Bases.end());
    for (SymbolId Symbol : C.Fields)
      if (const Field *F = Prog.field(Symbol))
        Todo.push_back(F->Type);
  }

  bool isCast(llvm::StringRef Spelling) const {
    auto Before = [&](const ConstCast &Cast, llvm::StringRef Text) {
      return Prog.text(Cast.Type) < Text;
    };
    auto It = llvm::lower_bound(Prog.constCasts(), Spelling, Before);
    return It != Prog.constCasts().end() && Prog.text(It->Type) == Spelling;
  }

  const Program &Prog;
  llvm::SmallVector<TypeId, 16> Todo;
  llvm::DenseSet<uint32_t> Seen;
};

} // namespace

std::vector<Edit> constFix(const Program &Prog, const Variable &V) {
  std::vector<Edit> Edits;
  bool OneDeclaration = V.ConstEdits.size() == 1;
  bool Alone = llvm::any_of(V.ConstEdits,
                            [](const ConstEdit &Each) { return Each.Alone; });
  if (V.StaysMutable || (Alone && !OneDeclaration) || !isAllInSight(Prog, V) ||
      isMentioned(Prog, V) ||
      (V.LentAsConst && CastFinder(Prog).reaches(V.Type)))
    return Edits;
  for (const ConstEdit &Each : V.ConstEdits)
    Edits.push_back({sourceLocation(Prog, Each.At), 0,
                     Prog.text(Each.Text).str(), Prog.text(Each.Before).str()});
  llvm::sort(Edits, [](const Edit &A, const Edit &B) { return A.Loc < B.Loc; });
  return Edits;
}

} // namespace stateless
