//===- AnalysisTesting.h - Hand-written facts, linked ----------*- C++ -*-===//
//
// What the tests of the analyses share: one unit of facts, frozen to a program
// when the test has said all. It must not know any check; nothing but tests may
// include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_ANALYSISTESTING_H
#define STATELESS_ANALYSIS_ANALYSISTESTING_H

#include "analysis/Analyses.h"
#include "facts/FactBuilder.h"
#include "facts/Linker.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <optional>

namespace stateless {

class FactsTest : public testing::Test {
protected:
  /// The facts are complete; \p Whole: they are the whole program.
  const Program &freeze(bool Whole = false) {
    std::vector<TuFacts> Units;
    Units.push_back(B.take());
    Linked.emplace(link(std::move(Units), {Whole}));
    return *Linked;
  }
  const Program &program() const { return *Linked; }
  /// All analyses over the program; computed when first asked.
  const Analyses &known() {
    if (!Computed)
      Computed.emplace(*Linked);
    return *Computed;
  }
  SymbolId symbol(llvm::StringRef Name) const { return Linked->find(Name); }
  const Function &function(llvm::StringRef Name) const {
    return *Linked->function(symbol(Name));
  }
  std::vector<std::string> names(llvm::ArrayRef<SymbolId> Symbols) const {
    std::vector<std::string> Result;
    for (SymbolId Symbol : Symbols)
      Result.push_back(Linked->text(Symbol).str());
    return Result;
  }

  FactBuilder B{"/src/a.cpp"};
  TypeId Int = B.type("int");

private:
  std::optional<Program> Linked;
  std::optional<Analyses> Computed;
};

} // namespace stateless

#endif
