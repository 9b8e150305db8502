//===- SyntheticProgram.cpp - Facts of a program nobody wrote -------------===//
#include "SyntheticProgram.h"
#include "UnitWriter.h"

namespace stateless::bench {

SyntheticProgram::SyntheticProgram(const Shape &S)
    : Plan(std::make_unique<World>(S)) {}

SyntheticProgram::~SyntheticProgram() = default;

TuFacts SyntheticProgram::unit(uint32_t Index) const {
  return UnitWriter(*Plan, Index).run();
}

} // namespace stateless::bench
