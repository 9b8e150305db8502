//===- Progress.cpp - One line that says how far it is --------------------===//
//
// Carriage return, the line, erase to its end. The last column stays free: a
// terminal that wraps there would leave a line behind with every redraw.
//
//===----------------------------------------------------------------------===//
#include "Progress.h"
#include "io/Printable.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Unicode.h"
#include <cstdlib>

using namespace stateless;

static constexpr std::chrono::milliseconds RedrawEvery{50};

/// The end of \p Name that fits \p Columns; cut at a character, marked "...".
static std::string tail(llvm::StringRef Name, size_t Columns) {
  auto Width = [](llvm::StringRef Text) {
    int Columns = llvm::sys::unicode::columnWidthUTF8(Text);
    return Columns < 0 ? Text.size() : static_cast<size_t>(Columns);
  };
  if (Width(Name) <= Columns)
    return Name.str();
  if (Columns < 4)
    return "";
  while (!Name.empty() && Width(Name) + 3 > Columns)
    do
      Name = Name.drop_front();
    while (!Name.empty() && (Name.front() & 0xC0) == 0x80);
  return "..." + Name.str();
}

std::string Progress::line(unsigned Width, size_t Done, size_t Total,
                           llvm::StringRef Name) {
  std::string Count = std::to_string(Done) + "/" + std::to_string(Total);
  size_t Room = Width == 0 ? 0 : Width - 1;
  if (Count.size() > Room)
    return "";
  constexpr size_t BarCells = 24;
  std::string Line;
  if (Room >= Count.size() + BarCells + 24) {
    size_t Full = Total == 0 ? BarCells : Done * BarCells / Total;
    Line =
        "[" + std::string(Full, '=') + std::string(BarCells - Full, ' ') + "] ";
  }
  Line += Count;
  std::string Shown = printable(Name);
  if (Room > Line.size() + 1)
    if (std::string End = tail(Shown, Room - Line.size() - 1); !End.empty())
      Line += " " + End;
  return Line;
}

void Progress::update(size_t Done, llvm::StringRef Name) {
  if (Width == 0)
    return;
  auto Now = std::chrono::steady_clock::now();
  if (Drawn && Now - LastDrawn < RedrawEvery)
    return;
  Drawn = true;
  LastDrawn = Now;
  OS << '\r' << line(Width, Done, Total, Name) << "\x1b[K";
  OS.flush();
}

void Progress::clear() {
  if (!Drawn)
    return;
  Drawn = false;
  OS << "\r\x1b[K";
  OS.flush();
}

unsigned stateless::progressWidth(bool Quiet) {
  const char *Term = std::getenv("TERM");
  if (Quiet || !llvm::sys::Process::StandardErrIsDisplayed() || !Term ||
      llvm::StringRef(Term) == "dumb")
    return 0;
  unsigned Columns = llvm::sys::Process::StandardErrColumns();
  return Columns == 0 ? 80 : Columns;
}
