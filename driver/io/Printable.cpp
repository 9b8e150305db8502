//===- Printable.cpp - The one door for text to people --------------------===//
//
// Both layers ask pieceOf(), which alone decides what may be printed. A line is
// judged as a whole, so no writer can bring in a command piece by piece.
//
//===----------------------------------------------------------------------===//
#include "io/Printable.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

using namespace llvm;

namespace stateless {
namespace {

constexpr unsigned TabStop = 8;
/// What stands for a byte that is no UTF-8, where only characters can stand.
constexpr uint32_t Replacement = 0xFFFD;

/// The first code point of a text, or its first byte if that is no UTF-8.
struct Piece {
  unsigned Bytes = 1;
  uint32_t Code = Replacement;
  int Width = 0;
  bool Shows = true;    ///< Else it must be spelled out.
  bool IsBlank = false; ///< What a CI skips at the start of a line.
};

} // namespace

unsigned sequenceSize(StringRef Text) {
  return getUTF8SequenceSize(Text.bytes_begin(), Text.bytes_end());
}

/// True for "##[", "##vso[", "##teamcity[" and what else is spelt like these.
static bool startsCommand(StringRef Text) {
  constexpr size_t MostLetters = 32;
  return Text.consume_front("##") &&
         Text.take_front(MostLetters)
             .drop_while(
                 [](char C) { return isAlnum(C) || C == '-' || C == '_'; })
             .starts_with("[");
}

/// The white space that is not ASCII: Unicode's Zs.
static bool isWideBlank(uint32_t Code) {
  return Code == 0xA0 || Code == 0x1680 || (Code >= 0x2000 && Code <= 0x200A) ||
         Code == 0x202F || Code == 0x205F || Code == 0x3000;
}

static uint32_t decoded(StringRef Sequence) {
  const UTF8 *Begin = Sequence.bytes_begin();
  UTF32 Code = Replacement;
  convertUTF8Sequence(&Begin, Sequence.bytes_end(), &Code, strictConversion);
  return Code;
}

/// For the most of all text, without a closer look.
static bool alwaysShows(char C) { return isPrint(C) && C != '#'; }

/// What \p Text begins with; \p AtStart: only blanks stand before it.
static Piece pieceOf(StringRef Text, bool AtStart) {
  Piece P;
  unsigned char First = Text.front();
  if (First < 0x80) {
    P.Code = First;
    P.IsBlank = First == ' ' || First == '\t';
    P.Width = 1;
    P.Shows = (isPrint(First) || First == '\t') &&
              !(First == '#' && startsCommand(Text)) &&
              !(AtStart && Text.starts_with("::"));
    return P;
  }
  unsigned Size = sequenceSize(Text);
  P.Shows = Size != 0;
  if (!P.Shows)
    return P;
  P.Bytes = Size;
  P.Code = decoded(Text.take_front(Size));
  P.Width = sys::unicode::columnWidthUTF8(Text.take_front(Size));
  P.IsBlank = isWideBlank(P.Code);
  bool Separates = P.Code == 0x2028 || P.Code == 0x2029;
  P.Shows = P.Width >= 0 && !Separates && !sys::unicode::isFormatting(P.Code);
  return P;
}

static std::string inBrackets(StringRef Bytes) {
  std::string Text;
  for (unsigned char B : Bytes)
    Text += formatv("<{0:X-2}>", unsigned(B)).str();
  return Text;
}

static std::string inJson(uint32_t Code) {
  auto Unit = [](uint32_t U) { return "\\u" + utohexstr(U, false, 4); };
  if (Code < 0x10000)
    return Unit(Code);
  Code -= 0x10000;
  return Unit(0xD800 + (Code >> 10)) + Unit(0xDC00 + (Code & 0x3FF));
}

/// XML has no way to say the control characters of ASCII.
static std::string inMarkup(uint32_t Code) {
  return "&#x" + utohexstr(Code < ' ' ? Replacement : Code) + ";";
}

static std::string spelledOut(const Piece &P, StringRef Bytes, Spelling How) {
  switch (How) {
  case Spelling::Text:
  case Spelling::Commands:
    return inBrackets(Bytes);
  case Spelling::Json:
    return inJson(P.Code);
  case Spelling::Markup:
    return inMarkup(P.Code);
  }
  llvm_unreachable("no such spelling");
}

//===-- Pieces of text ----------------------------------------------------===//

static Cell cellOf(StringRef Text, unsigned Column, const Piece &P) {
  if (Text.front() == '\t') {
    unsigned Width = TabStop - Column % TabStop;
    return {std::string(Width, ' '), Width, 1};
  }
  StringRef Bytes = Text.take_front(P.Bytes);
  if (P.Shows)
    return {Bytes.str(), static_cast<unsigned>(P.Width), P.Bytes};
  std::string Spelt = inBrackets(Bytes);
  unsigned Width = Spelt.size();
  return {std::move(Spelt), Width, P.Bytes};
}

Cell cellOf(StringRef Text, unsigned Column) {
  return cellOf(Text, Column, pieceOf(Text, /*AtStart=*/false));
}

std::string printable(StringRef Text) {
  std::string Result;
  Result.reserve(Text.size());
  unsigned Column = 0;
  for (bool AtStart = true; !Text.empty();) {
    Piece P = pieceOf(Text, AtStart);
    Cell C = cellOf(Text, Column, P);
    AtStart &= P.IsBlank;
    Column += C.Width;
    Result += C.Text;
    Text = Text.drop_front(C.Bytes);
  }
  return Result;
}

//===-- The stream --------------------------------------------------------===//

PeopleStream::~PeopleStream() {
  flush();
  if (!Line.empty() || !Marks.empty())
    writeLine();
}

void PeopleStream::write_impl(const char *Data, size_t Size) {
  Position += Size;
  StringRef Rest(Data, Size);
  for (size_t End = Rest.find('\n'); End != StringRef::npos;
       End = Rest.find('\n')) {
    Line += Rest.take_front(End);
    writeLine();
    Under << '\n';
    Rest = Rest.drop_front(End + 1);
  }
  Line += Rest;
}

void PeopleStream::writeLine() {
  std::string Out;
  Out.reserve(Line.size());
  auto Mark = Marks.begin();
  bool AtStart = How != Spelling::Commands;
  for (StringRef Rest = Line; !Rest.empty();) {
    if (Mark == Marks.end()) {
      StringRef Plain = AtStart
                            ? Rest.take_while([](char C) { return C == ' '; })
                            : Rest.take_while(alwaysShows);
      Out += Plain;
      Rest = Rest.drop_front(Plain.size());
      if (Rest.empty())
        break;
    }
    for (size_t At = Line.size() - Rest.size();
         Mark != Marks.end() && Mark->first <= At; ++Mark)
      Out += Mark->second;
    Piece P = pieceOf(Rest, AtStart);
    StringRef Bytes = Rest.take_front(P.Bytes);
    if (P.Shows)
      Out += Bytes;
    else
      Out += spelledOut(P, Bytes, How);
    AtStart &= P.IsBlank;
    Rest = Rest.drop_front(P.Bytes);
  }
  for (; Mark != Marks.end(); ++Mark)
    Out += Mark->second;
  Line.clear();
  Marks.clear();
  Under << Out;
}

raw_ostream &PeopleStream::mark(const char *Code) {
  flush(); // What was written before the mark.
  if (Code)
    Marks.emplace_back(Line.size(), Code);
  return *this;
}

raw_ostream &PeopleStream::changeColor(enum Colors Color, bool Bold, bool BG) {
  return mark(Color == SAVEDCOLOR ? sys::Process::OutputBold(BG)
                                  : sys::Process::OutputColor(
                                        static_cast<char>(Color), Bold, BG));
}

raw_ostream &PeopleStream::resetColor() {
  return mark(sys::Process::ResetColor());
}

raw_ostream &PeopleStream::reverseColor() {
  return mark(sys::Process::OutputReverse());
}

} // namespace stateless
