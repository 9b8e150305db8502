//===- ModelText.h - Models as text ----------------------------*- C++ -*-===//
//
// Prints models as a rule file gives them, and the part of the schema that
// describes them. Both follow from the lists in facts/ModelFields.h: it must
// not know any particular model.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_MODELTEXT_H
#define STATELESS_RULES_MODELTEXT_H

#include "policy/CheckModels.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace stateless {

/// Models of both kinds as the section `models` of a rule file, which reads
/// back as the same models. Nothing for no models.
void printModels(const Models &Known, const CheckModels &ForChecks,
                 llvm::raw_ostream &OS);

/// The members of "properties" in the schema of `models`, one for each kind,
/// indented as they stand in schema.json; without a comma at the end.
std::string modelSchema();

} // namespace stateless

#endif
