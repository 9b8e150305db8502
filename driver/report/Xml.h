//===- Xml.h - Text that an XML parser accepts -----------------*- C++ -*-===//
//
// Escaping for the XML formats and HTML. It must not know any of them.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_XML_H
#define STATELESS_DRIVER_REPORT_XML_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace stateless {

/// \p Text for an attribute or for content. What XML 1.0 has no way to say
/// (most control characters, foreign bytes) becomes U+FFFD.
std::string xml(llvm::StringRef Text);

/// Writes ` NAME="VALUE"`.
void xmlAttribute(llvm::raw_ostream &OS, llvm::StringRef Name,
                  llvm::StringRef Value);

} // namespace stateless

#endif
