//===- Xml.cpp - Text that an XML parser accepts --------------------------===//
//
// See Xml.h.
//
//===----------------------------------------------------------------------===//
#include "report/Xml.h"
#include "report/Findings.h"

using namespace llvm;

namespace stateless {

static constexpr StringLiteral Replacement = "\xEF\xBF\xBD";

/// What stands for \p C, or nothing if it stands for itself.
static StringRef entityOf(char C) {
  switch (C) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  case '\t': // A parser turns literal white space in attributes into spaces.
    return "&#9;";
  case '\n':
    return "&#10;";
  case '\r':
    return "&#13;";
  default:
    return static_cast<unsigned char>(C) < 0x20 ? StringRef(Replacement)
                                                : StringRef();
  }
}

std::string xml(StringRef Text) {
  std::string Valid = utf8(Text), Result;
  for (StringRef Rest = Valid; !Rest.empty();) {
    // U+FFFE and U+FFFF are UTF-8 but no characters of XML.
    if (Rest.consume_front("\xEF\xBF\xBE") ||
        Rest.consume_front("\xEF\xBF\xBF")) {
      Result += Replacement;
      continue;
    }
    StringRef Entity = entityOf(Rest.front());
    Result += Entity.empty() ? Rest.take_front() : Entity;
    Rest = Rest.drop_front();
  }
  return Result;
}

void xmlAttribute(raw_ostream &OS, StringRef Name, StringRef Value) {
  OS << ' ' << Name << "=\"" << xml(Value) << '"';
}

} // namespace stateless
