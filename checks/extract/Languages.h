//===- Languages.h - Which languages are analysed ---------------*- C++ -*-===//
//
// One answer, for whoever selects units and for whoever parses them, to the
// question which language a name stands for. It must not know commands, nor
// open any file.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LANGUAGES_H
#define STATELESS_EXTRACT_LANGUAGES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace stateless {

/// Whether Clang's -x takes \p Name ("c++", "cuda", "none"). Intel's -xHost
/// and -xCORE-AVX2 look like -x, but say for which processor to compile.
bool isLanguage(llvm::StringRef Name);

/// Whether units of the language \p Name (as -x spells it) are analysed: C and
/// C++ with their headers, modules and preprocessed forms.
bool isAnalysedLanguage(llvm::StringRef Name);

/// The language, as -x spells it, that Clang takes a file with \p Extension
/// (with or without its dot) for; "" for objects and what it does not compile.
std::string languageOfExtension(llvm::StringRef Extension);

} // namespace stateless

#endif
