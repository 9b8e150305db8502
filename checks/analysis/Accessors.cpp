//===- Accessors.cpp - Which functions hand out which variables -----------===//
#include "analysis/Accessors.h"
#include "analysis/FlowOrigins.h"

namespace stateless {
namespace {

class AccessorFinder {
public:
  AccessorFinder(const Program &Prog, const PointsTo &Points)
      : Prog(Prog), Points(Points) {}

  llvm::DenseMap<SymbolId, const Function *> run() {
    for (const FlowContext &In : Points.contexts())
      if (!In.isClone() && leads(In.F->Returns))
        for (size_t B = 0; B < In.F->FlowBodies.size(); ++B)
          collect(In, B);
    return std::move(Result);
  }

private:
  /// False if a value of the type leads to no object, as far as is known.
  bool leads(TypeId Id) const {
    const Type &T = Prog.type(Id);
    return !Id || T.Kind == TypeKind::Pointer ||
           T.Kind == TypeKind::Dependent ||
           T.Kind == TypeKind::LValueReference || T.PointerLike;
  }

  void collect(const FlowContext &In, size_t Body) {
    const FlowBody &Of = In.F->FlowBodies[Body];
    std::vector<Origin> From;
    for (const Statement &S : Of.Statements) {
      // A smart pointer is returned as a copy.
      bool Copies = S.Kind == StatementKind::Copy && S.A && S.B &&
                    Of.Statements[S.A - 1].Kind == StatementKind::Result;
      StatementNumber What = Copies                            ? S.B
                             : S.Kind == StatementKind::Return ? S.A
                                                               : 0;
      if (!What)
        continue;
      if (From.empty())
        From = originsOf(Of);
      Origin::Source Source = From[What - 1].From;
      if (Source == Origin::This || Source == Origin::Given)
        continue;
      if (Copies)
        addVariables(In, Body, What, /*Leading=*/true);
      else
        handOut(In, Body, What);
    }
  }

  /// The address that statement \p At gives is returned: of a variable, or of
  /// what a variable leads to.
  void handOut(const FlowContext &In, size_t Body, StatementNumber At) {
    const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
    addVariables(In, Body, At, /*Leading=*/false);
    auto SkipCasts = [&] {
      while (At && Code[At - 1].Kind == StatementKind::Cast)
        At = Code[At - 1].A;
    };
    for (SkipCasts(); At && Code[At - 1].Kind == StatementKind::Load;
         SkipCasts()) {
      At = Code[At - 1].A;
      // Smart pointers hold theirs as an element.
      if (At && Code[At - 1].Kind == StatementKind::Element)
        At = Code[At - 1].A;
      if (At)
        addVariables(In, Body, At, /*Leading=*/true);
    }
  }

  void addVariables(const FlowContext &In, size_t Body, StatementNumber At,
                    bool Leading) {
    for (ObjectId Id : Points.of(In, Body, At)) {
      const Object &O = Points.object(Id);
      if (O.Kind != ObjectKind::Variable || (Leading && !leads(O.Type)))
        continue;
      const Function *&First = Result[O.Symbol];
      if (!First || In.F < First)
        First = In.F;
    }
  }

  const Program &Prog;
  const PointsTo &Points;
  llvm::DenseMap<SymbolId, const Function *> Result;
};

} // namespace

llvm::DenseMap<SymbolId, const Function *> accessors(const Program &Prog,
                                                     const PointsTo &Points) {
  return AccessorFinder(Prog, Points).run();
}

} // namespace stateless
