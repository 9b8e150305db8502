//===- FlowWriter.h - The statements of a synthetic body -------*- C++ -*-===//
//
// Turns what BodyWriter drew for a function into the facts that extraction
// would write for the same code: calls, stored texts, statements of value flow.
// It must not draw anything of its own.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_FLOWWRITER_H
#define STATELESS_BENCH_FLOWWRITER_H

#include "UnitWriter.h"

namespace stateless::bench {

class FlowWriter {
public:
  FlowWriter(UnitWriter &U, Function &F, const BodySketch &Sketch)
      : U(U), F(F), Sketch(Sketch) {}

  void run();

private:
  using Number = StatementNumber;

  Number add(Statement S);
  Number add(StatementKind Kind, Number A = 0, Number B = 0,
             SymbolId Symbol = {}, uint32_t Index = 0);
  Number address(const Place &P);
  Number root(const Place &P);
  Number given(uint32_t Call, uint32_t Argument);
  void call(const SketchedCall &C, uint32_t Index);
  void libraryCall(const SketchedCall &C, uint32_t Index, Number Object);
  void access(const Access &A);
  void keepCall(const SketchedCall &C, uint32_t Index);
  void keepText(const Access &A);
  void write(Number At, AccessKind How, Location Loc);

  UnitWriter &U;
  Function &F;
  const BodySketch &Sketch;
  FlowBody Body;
  std::vector<Number> Results; ///< By call.
  std::vector<Number> Made;    ///< By creation.
};

} // namespace stateless::bench

#endif
