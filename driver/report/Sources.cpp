//===- Sources.cpp - Source lines for reports -----------------------------===//
//
// See Sources.h. A line is cut into cells, one per code point, each with its
// text on the terminal and its width; carets and windows are then sums over
// cells. It must not know findings or formats.
//
//===----------------------------------------------------------------------===//
#include "report/Sources.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>
#include <tuple>

using namespace llvm;

namespace stateless {

static constexpr unsigned TabStop = 8;
static constexpr unsigned MaxLineWidth = 160;
static constexpr StringLiteral ByteOrderMark = "\xEF\xBB\xBF";

/// Bytes of the code point that \p Text starts with; 0: not UTF-8.
static unsigned sequenceSize(StringRef Text) {
  return getUTF8SequenceSize(Text.bytes_begin(), Text.bytes_end());
}

/// UTF-16 code units of \p Text; each foreign byte counts as one.
static unsigned utf16Length(StringRef Text) {
  unsigned Units = 0;
  while (!Text.empty()) {
    unsigned Size = sequenceSize(Text);
    Units += Size == 4 ? 2 : 1;
    Text = Text.drop_front(std::max(Size, 1u));
  }
  return Units;
}

//===-- Files -------------------------------------------------------------===//

const Sources::File &Sources::open(StringRef Name) {
  auto [It, New] = Files.try_emplace(Name);
  File &F = It->second;
  if (!New)
    return F;
  SmallString<256> Path(Name);
  if (sys::path::is_relative(Path) && !Root.empty()) {
    Path = Root;
    sys::path::append(Path, Name);
  }
  // Not mapped: the file may be cut short while we read.
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false,
                                      /*IsVolatile=*/true);
  if (!Buffer)
    return F;
  F.Buffer = std::move(*Buffer);
  F.LineStarts.push_back(0);
  StringRef Text = F.Buffer->getBuffer();
  for (size_t I = Text.find('\n'); I != StringRef::npos;
       I = Text.find('\n', I + 1))
    F.LineStarts.push_back(I + 1);
  return F;
}

std::optional<StringRef> Sources::line(const SourceLocation &Loc) {
  if (Loc.File.empty() || Loc.Line == 0)
    return std::nullopt;
  const File &F = open(Loc.File);
  if (!F.Buffer || Loc.Line > F.LineStarts.size())
    return std::nullopt;
  StringRef Rest = F.Buffer->getBuffer().substr(F.LineStarts[Loc.Line - 1]);
  return Rest.take_until([](char C) { return C == '\n'; }).rtrim('\r');
}

static bool isIdentifierByte(char C) {
  return isAlnum(C) || C == '_' || static_cast<unsigned char>(C) >= 0x80;
}

std::optional<SourceRegion> Sources::token(const SourceLocation &Loc) {
  std::optional<StringRef> Line = line(Loc);
  if (!Line || Loc.Column == 0 || Loc.Column > Line->size())
    return std::nullopt;
  StringRef Rest = Line->substr(Loc.Column - 1);
  size_t Length = Rest.take_while(isIdentifierByte).size();
  return range(Loc, std::max<size_t>(Length, 1), /*Utf16=*/true);
}

std::optional<SourceRegion> Sources::range(const SourceLocation &Loc,
                                           unsigned Length, bool Utf16) {
  std::optional<StringRef> Line = line(Loc);
  if (!Line || Loc.Column == 0 || Loc.Column > Line->size() + 1)
    return std::nullopt;
  const File &F = open(Loc.File);
  StringRef Text = F.Buffer->getBuffer();
  size_t Begin = F.LineStarts[Loc.Line - 1] + Loc.Column - 1;
  size_t End = Begin + Length;
  if (End > Text.size())
    return std::nullopt;
  auto Column = [&](size_t LineStart, size_t Offset) -> unsigned {
    StringRef Before = Text.slice(LineStart, Offset);
    if (LineStart == 0 && Utf16)
      Before.consume_front(ByteOrderMark);
    return (Utf16 ? utf16Length(Before) : Before.size()) + 1;
  };
  size_t EndLine = upper_bound(F.LineStarts, End) - F.LineStarts.begin();
  return SourceRegion{Loc.Line, Column(F.LineStarts[Loc.Line - 1], Begin),
                      static_cast<unsigned>(EndLine),
                      Column(F.LineStarts[EndLine - 1], End)};
}

//===-- Lines on a terminal -----------------------------------------------===//

namespace {

/// One code point as a terminal shows it.
struct Cell {
  std::string Text;
  unsigned Width = 0;
  unsigned Bytes = 0; ///< Of the source.
};

} // namespace

static Cell spelledOut(StringRef Bytes) {
  std::string Text;
  for (unsigned char B : Bytes)
    Text += formatv("<{0:X-2}>", unsigned(B)).str();
  unsigned Width = Text.size();
  return {std::move(Text), Width, static_cast<unsigned>(Bytes.size())};
}

/// The first code point of \p Text, which stands at cell \p Column.
static Cell cellOf(StringRef Text, unsigned Column) {
  if (Text.front() == '\t') {
    unsigned Width = TabStop - Column % TabStop;
    return {std::string(Width, ' '), Width, 1};
  }
  unsigned Size = sequenceSize(Text);
  StringRef Bytes = Text.take_front(std::max(Size, 1u));
  if (Bytes == ByteOrderMark)
    return {"", 0, Size};
  int Width = Size == 0 ? -1 : sys::unicode::columnWidthUTF8(Bytes);
  if (Width < 0)
    return spelledOut(Bytes);
  return {Bytes.str(), static_cast<unsigned>(Width), Size};
}

static std::vector<Cell> cellsOf(StringRef Text) {
  std::vector<Cell> Cells;
  unsigned Column = 0;
  while (!Text.empty()) {
    Cells.push_back(cellOf(Text, Column));
    Column += Cells.back().Width;
    Text = Text.drop_front(Cells.back().Bytes);
  }
  return Cells;
}

static unsigned widthOf(ArrayRef<Cell> Cells) {
  unsigned Width = 0;
  for (const Cell &C : Cells)
    Width += C.Width;
  return Width;
}

static std::string textOf(ArrayRef<Cell> Cells) {
  std::string Text;
  for (const Cell &C : Cells)
    Text += C.Text;
  return Text;
}

/// Index of the cell that holds byte \p Column (from 1), or nothing.
static std::optional<size_t> cellAt(ArrayRef<Cell> Cells, unsigned Column) {
  unsigned End = 0;
  for (auto [I, C] : enumerate(Cells)) {
    End += C.Bytes;
    if (Column != 0 && Column <= End)
      return I;
  }
  return std::nullopt;
}

/// The cells to show of a line that is too long, around index \p Focus: a third
/// of the window stands before it.
static std::pair<size_t, size_t> windowAround(ArrayRef<Cell> Cells,
                                              size_t Focus) {
  size_t First = Focus;
  for (unsigned Width = 0; First > 0 && Width < MaxLineWidth / 3; --First)
    Width += Cells[First - 1].Width;
  size_t Last = First;
  for (unsigned Width = 0; Last < Cells.size() && Width < MaxLineWidth; ++Last)
    Width += Cells[Last].Width;
  return {First, Last};
}

RenderedLine renderLine(StringRef Line, unsigned Column) {
  std::vector<Cell> Storage = cellsOf(Line);
  ArrayRef<Cell> Cells = Storage;
  std::optional<size_t> Caret = cellAt(Cells, Column);
  size_t First = 0, Last = Cells.size();
  if (widthOf(Cells) > MaxLineWidth)
    std::tie(First, Last) = windowAround(Cells, Caret.value_or(0));
  StringRef Before = First == 0 ? "" : "...";
  StringRef After = Last == Cells.size() ? "" : "...";
  RenderedLine Result;
  Result.Text =
      (Before + textOf(Cells.slice(First, Last - First)) + After).str();
  if (Caret)
    Result.CaretColumn =
        Before.size() + widthOf(Cells.slice(First, *Caret - First));
  return Result;
}

std::string printable(StringRef Text) { return textOf(cellsOf(Text)); }

} // namespace stateless
