//===- Reason.cpp - Why a verdict is what it is ---------------------------===//
//
// The ids of Reasons.def.
//
//===----------------------------------------------------------------------===//
#include "policy/Reason.h"

using namespace stateless;

static llvm::StringRef idOf(ReasonKind Kind) {
  switch (Kind) {
  case ReasonKind::None:
    return "";
#define REASON(NAME, ID)                                                       \
  case ReasonKind::NAME:                                                       \
    return ID;
#include "policy/Reasons.def"
  }
  return "";
}

static llvm::StringRef idOf(GroundsKind Kind) {
  switch (Kind) {
  case GroundsKind::None:
    return "";
#define GROUNDS(NAME, ID)                                                      \
  case GroundsKind::NAME:                                                      \
    return ID;
#include "policy/Reasons.def"
  }
  return "";
}

template <typename Told> static std::string withPart(const Told &T) {
  std::string Id = idOf(T.Kind).str();
  return T.Of.empty() ? Id : Id + ":" + T.Of;
}

std::string stateless::idOf(const Reason &R) { return withPart(R); }

std::string stateless::idOf(const Grounds &G) { return withPart(G); }
