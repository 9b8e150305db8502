//===- CheckOptions.h - The policy that checks are given -------*- C++ -*-===//
//
// What the rules say to every check. It must not know who reads rule files, nor
// which check asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_CHECKOPTIONS_H
#define STATELESS_POLICY_CHECKOPTIONS_H

#include "policy/CheckModels.h"
#include "policy/Vocabulary.h"

namespace stateless {

/// What every check is given besides the facts: compiled from the rules.
struct CheckOptions {
  std::vector<std::string> WritableRoots; ///< Absolute, normalised.
  TypeCategories Types;                   ///< Which types are what.
  Vocabulary StateKinds;                  ///< "session", "cart", ... by names.
  Vocabulary OwnCategories; ///< Of the project's classes and files, by names.
  CheckModels Known;        ///< Shells, devices, ...
  Vocabulary DataKinds;     ///< "credential", "personal": what requests bring.
};

} // namespace stateless

#endif
