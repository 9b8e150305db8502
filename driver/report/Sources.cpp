//===- Sources.cpp - Source lines for reports -----------------------------===//
//
// See Sources.h. No question about a place looks at more than its surroundings:
// thousands of findings may stand in one line. It must not know findings or
// formats.
//
//===----------------------------------------------------------------------===//
#include "report/Sources.h"
#include "io/Printable.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;

namespace stateless {

static constexpr StringLiteral ByteOrderMark = "\xEF\xBB\xBF";

//===-- Files -------------------------------------------------------------===//

/// Where the lines of \p Text begin, as Clang counts them: a carriage return
/// ends a line, too.
static std::vector<size_t> lineStarts(StringRef Text) {
  std::vector<size_t> Starts{0};
  for (size_t I = Text.find_first_of("\r\n"); I != StringRef::npos;
       I = Text.find_first_of("\r\n", Starts.back()))
    Starts.push_back(I + (Text.substr(I).starts_with("\r\n") ? 2 : 1));
  return Starts;
}

Sources::File &Sources::open(StringRef Name) {
  auto [It, New] = Files.try_emplace(Name);
  File &F = It->second;
  if (!New)
    return F;
  SmallString<256> Path(Name);
  if (sys::path::is_relative(Path) && !Root.empty()) {
    Path = Root;
    sys::path::append(Path, Name);
  }
  auto Buffer = readFile(Path, readlimit::Source);
  if (!Buffer) {
    consumeError(Buffer.takeError());
    return F;
  }
  F.Buffer = std::move(*Buffer);
  F.LineStarts = lineStarts(F.Buffer->getBuffer());
  return F;
}

std::optional<StringRef> Sources::line(const SourceLocation &Loc) {
  if (Loc.File.empty() || Loc.Line == 0)
    return std::nullopt;
  const File &F = open(Loc.File);
  if (!F.Buffer || Loc.Line > F.LineStarts.size())
    return std::nullopt;
  size_t End = Loc.Line == F.LineStarts.size() ? StringRef::npos
                                               : F.LineStarts[Loc.Line];
  StringRef Line = F.Buffer->getBuffer().slice(F.LineStarts[Loc.Line - 1], End);
  if (!Line.consume_back("\r\n") && !Line.consume_back("\n"))
    Line.consume_back("\r");
  return Line;
}

static bool isIdentifierByte(char C) {
  return isAlnum(C) || C == '_' || static_cast<unsigned char>(C) >= 0x80;
}

std::optional<SourceRegion> Sources::token(const SourceLocation &Loc) {
  constexpr size_t LongestToken = 1000; // A longer one is shown in part.
  std::optional<StringRef> Line = line(Loc);
  if (!Line || Loc.Column == 0 || Loc.Column > Line->size())
    return std::nullopt;
  StringRef Rest = Line->substr(Loc.Column - 1, LongestToken);
  size_t Length = Rest.take_while(isIdentifierByte).size();
  return range(Loc, std::max<size_t>(Length, 1), /*Utf16=*/true);
}

std::optional<SourceRegion> Sources::range(const SourceLocation &Loc,
                                           unsigned Length, bool Utf16) {
  std::optional<StringRef> Line = line(Loc);
  if (!Line || Loc.Column == 0 || Loc.Column > Line->size() + 1)
    return std::nullopt;
  File &F = open(Loc.File);
  StringRef Text = F.Buffer->getBuffer();
  size_t Begin = F.LineStarts[Loc.Line - 1] + Loc.Column - 1;
  size_t End = Begin + Length;
  if (End > Text.size())
    return std::nullopt;
  if (Utf16 && F.Units.empty())
    F.Units = Utf16Index(Text);
  auto Column = [&](size_t LineStart, size_t Offset) -> unsigned {
    if (!Utf16)
      return Offset - LineStart + 1;
    bool Marked =
        LineStart == 0 && Text.take_front(Offset).starts_with(ByteOrderMark);
    return F.Units.at(Text, Offset) - F.Units.at(Text, LineStart) - Marked + 1;
  };
  size_t EndLine = upper_bound(F.LineStarts, End) - F.LineStarts.begin();
  return SourceRegion{Loc.Line, Column(F.LineStarts[Loc.Line - 1], Begin),
                      static_cast<unsigned>(EndLine),
                      Column(F.LineStarts[EndLine - 1], End)};
}

//===-- UTF-16 ------------------------------------------------------------===//

/// Calls \p See with the offset of each code point (or foreign byte) of
/// \p Text and the code units before it; returns the units of all.
template <typename Function>
static uint64_t walkUtf16(StringRef Text, Function See) {
  uint64_t Units = 0;
  for (size_t At = 0; At < Text.size();) {
    See(At, Units);
    unsigned Size = sequenceSize(Text.drop_front(At));
    Units += Size == 4 ? 2 : 1;
    At += std::max(Size, 1u);
  }
  return Units;
}

Utf16Index::Utf16Index(StringRef Text) {
  walkUtf16(Text, [&](size_t At, uint64_t Units) {
    if (At >= Known.size() * Distance)
      Known.push_back({At, Units});
  });
  if (Known.empty())
    Known.push_back({0, 0});
}

uint64_t Utf16Index::at(StringRef Text, size_t Offset) const {
  auto After = upper_bound(Known, Offset, [](size_t Wanted, const Place &P) {
    return Wanted < P.Offset;
  });
  const Place &Before = *std::prev(After);
  return Before.Units +
         walkUtf16(Text.slice(Before.Offset, Offset), [](size_t, uint64_t) {});
}

//===-- Lines on a terminal -----------------------------------------------===//

namespace {

constexpr unsigned MaxLineWidth = 160;
/// Combining marks have no width, but cost time and bytes.
constexpr size_t MaxCells = 4 * MaxLineWidth;

/// A part of a line, as cells.
struct Window {
  std::vector<Cell> Cells;
  unsigned Width = 0;
  size_t Bytes = 0;

  bool isFull() const {
    return Width >= MaxLineWidth || Cells.size() >= MaxCells;
  }
};

bool isContinuation(char Byte) { return (Byte & 0xC0) == 0x80; }

/// Where the cell that holds byte \p At of \p Line begins.
size_t cellStart(StringRef Line, size_t At) {
  for (size_t Back = 0; Back < 4 && Back <= At; ++Back)
    if (!isContinuation(Line[At - Back]))
      return sequenceSize(Line.drop_front(At - Back)) > Back ? At - Back : At;
  return At;
}

/// A third of a window stands before \p Focus, the start of a cell.
size_t windowStart(StringRef Line, size_t Focus) {
  size_t First = Focus;
  unsigned Width = 0;
  for (size_t Count = 0;
       First > 0 && Width < MaxLineWidth / 3 && Count < MaxCells / 3; ++Count) {
    First = cellStart(Line, First - 1);
    Width += cellOf(Line.drop_front(First), 0).Width;
  }
  return First;
}

/// The cells of \p Text until it ends or the window is full.
Window windowOf(StringRef Text, bool IsLineStart) {
  Window W;
  if (IsLineStart && Text.starts_with(ByteOrderMark)) {
    W.Cells.push_back({"", 0, static_cast<unsigned>(ByteOrderMark.size())});
    W.Bytes = ByteOrderMark.size();
  }
  while (W.Bytes < Text.size() && !W.isFull()) {
    W.Cells.push_back(cellOf(Text.drop_front(W.Bytes), W.Width));
    W.Width += W.Cells.back().Width;
    W.Bytes += W.Cells.back().Bytes;
  }
  return W;
}

} // namespace

RenderedLine renderLine(StringRef Line, unsigned Column) {
  bool HasCaret = Column != 0 && Column <= Line.size();
  size_t First = 0;
  Window Shown = windowOf(Line, /*IsLineStart=*/true);
  bool Fits = Shown.Bytes == Line.size() && Shown.Width <= MaxLineWidth;
  if (!Fits && HasCaret) {
    First = windowStart(Line, cellStart(Line, Column - 1));
    if (First != 0)
      Shown = windowOf(Line.drop_front(First), /*IsLineStart=*/false);
  }
  RenderedLine Result;
  Result.Text = First == 0 ? "" : "...";
  unsigned Caret = Result.Text.size();
  size_t End = First;
  for (const Cell &C : Shown.Cells) {
    End += C.Bytes;
    if (HasCaret && End >= Column && !Result.CaretColumn)
      Result.CaretColumn = Caret;
    Caret += C.Width;
    Result.Text += C.Text;
  }
  Result.Text += End == Line.size() ? "" : "...";
  return Result;
}

} // namespace stateless
