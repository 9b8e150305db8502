//===- FlowWriter.h - The statements of a synthetic body -------*- C++ -*-===//
//
// Lowers what BodyWriter wrote of a function (calls, accesses, creations, what
// is returned) to the statements of value flow that extraction would write for
// the same code. It must not draw anything of its own.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_FLOWWRITER_H
#define STATELESS_BENCH_FLOWWRITER_H

#include "UnitWriter.h"

namespace stateless::bench {

class FlowWriter {
public:
  FlowWriter(UnitWriter &U, Function &F, const CodeNotes &Code)
      : U(U), F(F), Code(Code) {}

  void run();

private:
  using Number = StatementNumber;

  Number add(Statement S);
  Number add(StatementKind Kind, Number A = 0, Number B = 0,
             SymbolId Symbol = {}, uint32_t Index = 0);
  Number address(const Place &P);
  Number root(const Place &P);
  Number given(uint32_t Call, uint32_t Argument);
  void call(const Call &C, uint32_t Index);
  void libraryCall(const Call &C, uint32_t Index, Number Object);
  void access(const Access &A);
  void write(Number At, AccessKind How, Location Loc);

  UnitWriter &U;
  Function &F;
  const CodeNotes &Code;
  FlowBody Body;
  std::vector<Number> Results; ///< By call.
  std::vector<Number> Made;    ///< By creation.
};

} // namespace stateless::bench

#endif
