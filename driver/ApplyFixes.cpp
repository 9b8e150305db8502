//===- ApplyFixes.cpp - Writes fixes into the sources ---------------------===//
//
// First all files are opened, and all fixes placed in them as they are now;
// what does not fit is refused. Then the files are written, as one.
//
//===----------------------------------------------------------------------===//
#include "ApplyFixes.h"
#include "FixTransaction.h"
#include "io/ReadFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <optional>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace {

/// Why an edit is not made.
enum class Refusal {
  None,
  Foreign,
  NotRegular,
  NotWritable,
  HardLinked,
  TwoNames,
  Changed,
  Taken,
};

const char *textOf(Refusal Why) {
  switch (Why) {
  case Refusal::None:
    return "";
  case Refusal::Foreign:
    return "this file is excluded, or outside of the project";
  case Refusal::NotRegular:
  case Refusal::NotWritable:
    return "this file cannot be read or written";
  case Refusal::HardLinked:
    return "this file has other names (hard links), which would keep the old "
           "text";
  case Refusal::TwoNames:
    return "this file has two names in the program (a folder that is mounted "
           "twice)";
  case Refusal::Changed:
    return "this file has changed since it was analysed";
  case Refusal::Taken:
    return "another fix changes the same place";
  }
  return "";
}

struct Replacement {
  size_t Length = 0;
  std::string Text;
  bool operator==(const Replacement &) const = default;
};

/// One file as it is, and what is to change in it.
class EditedFile {
public:
  /// \p Path is without symbolic links.
  explicit EditedFile(std::string Path);

  /// Why no edit of the file is made, if so.
  Refusal refused() const { return Why; }
  void refuse(Refusal Reason) { Why = Reason; }
  std::optional<fs::UniqueID> id() const { return Id; }

  /// Where \p E goes; empty if the file does not have there what \p E expects.
  std::optional<size_t> find(const Edit &E) const;
  /// True if a replacement at \p Offset would be in the way of another one.
  bool isTaken(size_t Offset, const Replacement &New) const;
  void add(size_t Offset, Replacement New) {
    Changes.insert_or_assign(Offset, std::move(New));
  }
  bool isChanged() const { return !Changes.empty(); }
  ChangedFile change() const { return {Path, Before->getBuffer(), contents()}; }

private:
  Refusal open();
  std::string contents() const;

  std::string Path;
  std::optional<fs::UniqueID> Id; ///< Empty: there is no such file.
  Refusal Why = Refusal::None;
  std::unique_ptr<llvm::MemoryBuffer> Before;
  std::vector<size_t> LineStarts;
  std::map<size_t, Replacement> Changes; ///< By offset; they do not overlap.
};

EditedFile::EditedFile(std::string Real) : Path(std::move(Real)) {
  Why = open();
  if (!Before)
    return;
  StringRef All = Before->getBuffer();
  LineStarts.push_back(0);
  for (size_t I = 0; I != All.size(); ++I)
    if (All[I] == '\n')
      LineStarts.push_back(I + 1);
}

Refusal EditedFile::open() {
  fs::file_status Status;
  if (fs::status(Path, Status))
    return Refusal::NotRegular;
  Id = Status.getUniqueID();
  if (!fs::is_regular_file(Status))
    return Refusal::NotRegular;
  if (Status.getLinkCount() > 1)
    return Refusal::HardLinked;
  if (!fs::can_write(Path))
    return Refusal::NotWritable;
  auto Text = readFile(Path, readlimit::Source);
  if (!Text) {
    llvm::consumeError(Text.takeError());
    return Refusal::NotWritable;
  }
  Before = std::move(*Text);
  return Refusal::None;
}

std::optional<size_t> EditedFile::find(const Edit &E) const {
  if (E.Loc.Line == 0 || E.Loc.Line > LineStarts.size() || E.Loc.Column == 0)
    return std::nullopt;
  size_t Offset = LineStarts[E.Loc.Line - 1] + E.Loc.Column - 1;
  StringRef All = Before->getBuffer();
  if (Offset > All.size() || E.Length > All.size() - Offset ||
      !All.drop_front(Offset).starts_with(E.Expected))
    return std::nullopt;
  return Offset;
}

bool EditedFile::isTaken(size_t Offset, const Replacement &New) const {
  auto Next = Changes.lower_bound(Offset);
  if (Next != Changes.end() && Next->first == Offset)
    return Next->second != New;
  if (Next != Changes.end() && Next->first < Offset + New.Length)
    return true;
  return Next != Changes.begin() &&
         std::prev(Next)->first + std::prev(Next)->second.Length > Offset;
}

std::string EditedFile::contents() const {
  StringRef All = Before->getBuffer();
  std::string After;
  size_t Done = 0;
  for (const auto &[Offset, Change] : Changes) {
    After += All.slice(Done, Offset);
    After += Change.Text;
    Done = Offset + Change.Length;
  }
  After += All.drop_front(Done);
  return After;
}

class Fixer {
public:
  explicit Fixer(llvm::function_ref<bool(StringRef)> MayEdit)
      : MayEdit(MayEdit) {}

  /// Of all files, before the first fix is placed: two of them may be one.
  void open(StringRef Path);
  void place(const Verdict &V);
  void write(StringRef Root);

  FixOutcome Outcome;

private:
  struct Placed {
    EditedFile *File = nullptr;
    size_t Offset = 0;
    Replacement Change;
  };

  /// \p Into is where \p E goes, if it is not refused.
  Refusal fit(const Edit &E, Placed &Into);

  llvm::function_ref<bool(StringRef)> MayEdit;
  std::map<std::string, EditedFile *, std::less<>> Names; ///< Null: foreign.
  std::map<std::string, EditedFile> Files; ///< Without symbolic links.
  std::map<fs::UniqueID, EditedFile *> Ids;
};

void Fixer::open(StringRef Path) {
  auto [Name, New] = Names.try_emplace(Path.str(), nullptr);
  if (!New || !MayEdit(Path))
    return;
  llvm::SmallString<256> Real;
  std::string Key = fs::real_path(Path, Real) ? Path.str() : Real.str().str();
  auto [File, First] = Files.try_emplace(Key, Key);
  Name->second = &File->second;
  if (!First || !File->second.id())
    return;
  auto [Same, Only] = Ids.try_emplace(*File->second.id(), &File->second);
  if (Only)
    return;
  for (EditedFile *Each : {Same->second, &File->second})
    if (Each->refused() == Refusal::None)
      Each->refuse(Refusal::TwoNames);
}

Refusal Fixer::fit(const Edit &E, Placed &Into) {
  EditedFile *File = Names.find(E.Loc.File)->second;
  if (!File)
    return Refusal::Foreign;
  if (File->refused() != Refusal::None)
    return File->refused();
  std::optional<size_t> Offset = File->find(E);
  if (!Offset)
    return Refusal::Changed;
  Into = {File, *Offset, {E.Length, E.Text}};
  return File->isTaken(*Offset, Into.Change) ? Refusal::Taken : Refusal::None;
}

void Fixer::place(const Verdict &V) {
  std::vector<Placed> Edits(V.Fixes.size());
  for (auto [E, Into] : llvm::zip_equal(V.Fixes, Edits))
    if (Refusal Why = fit(E, Into); Why != Refusal::None) {
      Outcome.Refused.push_back(
          {E.Loc, "'" + V.Symbol + "' is not fixed: " + textOf(Why)});
      return;
    }
  for (Placed &Each : Edits)
    Each.File->add(Each.Offset, std::move(Each.Change));
  Outcome.Fixes += !Edits.empty();
}

void Fixer::write(StringRef Root) {
  std::vector<ChangedFile> Changed;
  for (const auto &[Path, File] : Files)
    if (File.isChanged())
      Changed.push_back(File.change());
  if (Changed.empty())
    return;
  llvm::Error Failed = replaceAll(Changed, Root);
  if (!Failed) {
    Outcome.Files = Changed.size();
    return;
  }
  Outcome.Fixes = 0;
  llvm::handleAllErrors(std::move(Failed), [&](const FixFailure &F) {
    Outcome.Failed = {{F.File, 0, 0}, "nothing is fixed: " + F.Why};
  });
}

} // namespace

FixOutcome
stateless::applyFixes(llvm::ArrayRef<Verdict> Verdicts, StringRef Root,
                      llvm::function_ref<bool(llvm::StringRef)> MayEdit) {
  Fixer Run(MayEdit);
  for (const Verdict &V : Verdicts)
    for (const Edit &E : V.Fixes)
      Run.open(E.Loc.File);
  for (const Verdict &V : Verdicts)
    Run.place(V);
  Run.write(Root);
  return std::move(Run.Outcome);
}
