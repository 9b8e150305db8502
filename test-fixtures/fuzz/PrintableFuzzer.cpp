//===- PrintableFuzzer.cpp - Any bytes as text for people -----------------===//
//
// Whatever is printed must only show: no control or format characters, valid
// UTF-8, no line that a CI takes for a command. And what only shows already
// must be left as it is. The stream must do the same in whatever pieces it is
// written to.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "io/Printable.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

namespace {

/// What a stream makes of \p Text, written in pieces of \p Size bytes.
std::string streamed(StringRef Text, size_t Size, Spelling How) {
  std::string Out;
  llvm::raw_string_ostream Under(Out);
  {
    PeopleStream Stream(Under, How);
    for (; !Text.empty(); Text = Text.drop_front(std::min(Size, Text.size())))
      Stream << Text.take_front(Size);
  }
  return Out;
}

/// By code points, not by the tables of the code under test.
void checkCodePoints(StringRef Line) {
  const llvm::UTF8 *At = Line.bytes_begin(), *End = Line.bytes_end();
  while (At != End) {
    llvm::UTF32 Code = 0;
    require(llvm::convertUTF8Sequence(
                &At, End, &Code, llvm::strictConversion) == llvm::conversionOK,
            "what is printed is UTF-8");
    require(Code >= 0x20 && Code != 0x7F && !(Code >= 0x80 && Code < 0xA0),
            "no control characters");
    require(!(Code >= 0x202A && Code <= 0x202E) &&
                !(Code >= 0x2066 && Code <= 0x2069) && Code != 0x200E &&
                Code != 0x200F && Code != 0x061C,
            "nothing turns the direction of text");
    require(Code != 0x2028 && Code != 0x2029, "no other ends of lines");
    require(!(Code >= 0xE0000 && Code <= 0xE007F) && Code != 0xFEFF &&
                !(Code >= 0x200B && Code <= 0x200D),
            "nothing invisible");
  }
}

void checkLine(StringRef Line) {
  checkCodePoints(Line);
  require(!Line.ltrim(" \t").starts_with("::"), "no command of GitHub");
  require(!Line.contains("##["), "no command of Azure");
  require(!Line.contains("##vso["), "no command of Azure");
  require(!Line.contains("##teamcity["), "no command of TeamCity");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  std::string Shown = printable(Text);
  checkLine(Shown);
  require(printable(Shown) == Shown, "printable text is left as it is");
  require(streamed(Shown, 3, Spelling::Text) == Shown, "by the stream as well");
  require(Text.empty() == Shown.empty(), "nothing vanishes");

  for (Spelling How :
       {Spelling::Text, Spelling::Commands, Spelling::Json, Spelling::Markup}) {
    std::string Whole = streamed(Text, Size + 1, How);
    require(streamed(Text, 1, How) == Whole && streamed(Text, 5, How) == Whole,
            "the pieces do not matter");
    require(StringRef(Whole).count('\n') == Text.count('\n'),
            "lines stay lines");
    for (StringRef Rest = Whole; !Rest.empty();) {
      StringRef Line = fuzz::takeLine(Rest);
      if (How == Spelling::Text)
        checkLine(Line.contains('\t') ? StringRef(printable(Line)) : Line);
    }
  }
  return 0;
}
