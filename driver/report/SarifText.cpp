//===- SarifText.cpp - Text as SARIF wants it -----------------------------===//
//
// See SarifText.h.
//
//===----------------------------------------------------------------------===//
#include "report/SarifText.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace stateless {

std::string percentEncoded(StringRef Path) {
  std::string Result;
  for (unsigned char C : Path) {
    if (isAlnum(C) || StringRef("-._~/").contains(C))
      Result += C;
    else
      Result += std::string("%") + hexdigit(C >> 4) + hexdigit(C & 15);
  }
  return Result;
}

std::string withoutLinks(StringRef Text) {
  std::string Result;
  for (size_t I = 0; I < Text.size(); ++I) {
    StringRef Rest = Text.drop_front(I);
    if (Rest.consume_front("](") && !Rest.empty() && isDigit(Rest.front()))
      Result += '\\';
    Result += Text[I];
  }
  return Result;
}

std::string sentence(StringRef Text) {
  bool Ends = Text.empty() || StringRef(".!?").contains(Text.back());
  return Ends ? Text.str() : Text.str() + ".";
}

std::string friendlyName(StringRef Id) {
  Id.consume_front("stateless-");
  std::string Name;
  for (StringRef Word : split(Id, '-'))
    if (!Word.empty())
      Name += toUpper(Word.front()) + Word.drop_front().str();
  return Name;
}

} // namespace stateless
