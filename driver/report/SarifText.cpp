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
  size_t Backslashes = 0; // Right before this place.
  for (size_t I = 0; I < Text.size(); ++I) {
    // Backslashes of the text's own must not escape ours.
    if (Text.substr(I).starts_with("]("))
      Result.append(Backslashes + 1, '\\');
    Backslashes = Text[I] == '\\' ? Backslashes + 1 : 0;
    Result += Text[I];
  }
  return Result;
}

std::string plainMarkdown(StringRef Text) {
  std::string Result;
  for (size_t I = 0; I < Text.size(); ++I) {
    StringRef Rest = Text.substr(I);
    // Addresses become links even without brackets.
    bool Address = Rest.starts_with("://") ||
                   (I >= 3 && Rest.front() == '.' &&
                    Text.substr(I - 3, 3).equals_insensitive("www"));
    if (Address || StringRef("\\`*_[]<>&@~|").contains(Rest.front()))
      Result += '\\';
    Result += Rest.front();
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
