//===- SarifText.h - Text as SARIF wants it --------------------*- C++ -*-===//
//
// URIs, messages and names in the spelling of SARIF 2.1.0. It must not know
// findings.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_SARIFTEXT_H
#define STATELESS_DRIVER_REPORT_SARIFTEXT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace stateless {

/// \p Path as the path of a URI: all but RFC 3986's unreserved is encoded.
std::string percentEncoded(llvm::StringRef Path);

/// \p Text for a message, in which no part is read as a link (3.11.6): neither
/// "[a](1)" to a location nor "[a](javascript:...)" to anywhere.
std::string withoutLinks(llvm::StringRef Text);

/// \p Text as Markdown that shows it: its paragraphs, but no links, images,
/// HTML, names that are notified, or emphasis.
std::string plainMarkdown(llvm::StringRef Text);

/// \p Text with a full stop, if it has no end.
std::string sentence(llvm::StringRef Text);

/// "stateless-mutable-global" as "MutableGlobal".
std::string friendlyName(llvm::StringRef Id);

} // namespace stateless

#endif
