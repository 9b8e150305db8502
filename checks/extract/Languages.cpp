//===- Languages.cpp - Which languages are analysed -----------------------===//
//
// Clang's own table of types is asked: names and extensions are never listed
// here.
//
//===----------------------------------------------------------------------===//
#include "extract/Languages.h"
#include "clang/Driver/Types.h"

using namespace clang::driver;
using llvm::StringRef;

namespace stateless {

static types::ID typeOf(StringRef Name) {
  return types::lookupTypeForTypeSpecifier(Name.str().c_str());
}

bool isLanguage(StringRef Name) {
  return Name == "none" || typeOf(Name) != types::TY_INVALID;
}

bool isAnalysedLanguage(StringRef Name) {
  switch (typeOf(Name)) {
  case types::TY_C:
  case types::TY_PP_C:
  case types::TY_CHeader:
  case types::TY_PP_CHeader:
  case types::TY_CXX:
  case types::TY_PP_CXX:
  case types::TY_CXXHeader:
  case types::TY_PP_CXXHeader:
  case types::TY_CXXSHeader:
  case types::TY_CXXUHeader:
  case types::TY_CXXHUHeader:
  case types::TY_PP_CXXHeaderUnit:
  case types::TY_CXXModule:
  case types::TY_PP_CXXModule:
    return true;
  default:
    return false;
  }
}

std::string languageOfExtension(StringRef Extension) {
  Extension.consume_front(".");
  types::ID Type = types::lookupTypeForExtension(Extension);
  if (Type == types::TY_INVALID || Type == types::TY_Object)
    return "";
  return types::getTypeName(Type);
}

} // namespace stateless
