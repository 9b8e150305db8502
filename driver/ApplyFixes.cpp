//===- ApplyFixes.cpp - Writes fixes into the sources ---------------------===//
//
// First all fixes are placed in the files as they are now; what does not fit
// is refused. Then the files are written, one after the other.
//
//===----------------------------------------------------------------------===//
#include "ApplyFixes.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <optional>
#include <unistd.h>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace {

struct Replacement {
  size_t Length = 0;
  std::string Text;
  bool operator==(const Replacement &) const = default;
};

/// One file as it is, and what is to change in it.
class EditedFile {
public:
  /// Empty if \p Path cannot be read, or be changed by us.
  static std::optional<EditedFile> open(StringRef Path);

  /// Where \p E goes; empty if the file does not have there what \p E expects.
  std::optional<size_t> find(const Edit &E) const;
  /// True if a replacement at \p Offset would be in the way of another one.
  bool isTaken(size_t Offset, const Replacement &New) const;
  void add(size_t Offset, Replacement New) {
    Changes.insert_or_assign(Offset, std::move(New));
  }
  bool isChanged() const { return !Changes.empty(); }
  std::error_code write() const;

private:
  std::string contents() const;

  std::string Path; ///< Without symbolic links.
  fs::file_status Status;
  std::unique_ptr<llvm::MemoryBuffer> Before;
  std::vector<size_t> LineStarts;
  std::map<size_t, Replacement> Changes; ///< By offset; they do not overlap.
};

std::optional<EditedFile> EditedFile::open(StringRef Path) {
  EditedFile File;
  llvm::SmallString<256> Real;
  if (fs::real_path(Path, Real) || fs::status(Real, File.Status) ||
      !fs::is_regular_file(File.Status) || !fs::can_write(Real))
    return std::nullopt;
  File.Path = Real.str().str();
  auto Text = llvm::MemoryBuffer::getFile(Real, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false,
                                          /*IsVolatile=*/true);
  if (!Text)
    return std::nullopt;
  File.Before = std::move(*Text);
  StringRef All = File.Before->getBuffer();
  File.LineStarts.push_back(0);
  for (size_t I = 0; I != All.size(); ++I)
    if (All[I] == '\n')
      File.LineStarts.push_back(I + 1);
  return File;
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

std::error_code EditedFile::write() const {
  auto Temporary = fs::TempFile::create(Path + ".%%%%%%");
  if (!Temporary)
    return llvm::errorToErrorCode(Temporary.takeError());
  llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  OS << contents();
  OS.flush();
  std::error_code Failed = OS.error();
  OS.clear_error();
  // Only a superuser can give a file away; then it goes to whom it belonged.
  // It comes first, since it may take permissions away.
  if (!Failed && geteuid() == 0 &&
      fchown(Temporary->FD, Status.getUser(), Status.getGroup()) != 0)
    Failed = std::error_code(errno, std::generic_category());
  if (!Failed)
    Failed = fs::setPermissions(Temporary->FD, Status.permissions());
  if (!Failed)
    return llvm::errorToErrorCode(Temporary->keep(Path));
  llvm::consumeError(Temporary->discard());
  return Failed;
}

class Fixer {
public:
  explicit Fixer(llvm::function_ref<bool(StringRef)> MayEdit)
      : MayEdit(MayEdit) {}

  void place(const Verdict &V);
  void write();

  FixOutcome Outcome;

private:
  struct Placed {
    EditedFile *File;
    size_t Offset;
    Replacement Change;
  };

  EditedFile *file(const std::string &Path);
  /// Fails with the reason why \p E cannot be made.
  llvm::Expected<Placed> fit(const Edit &E);

  llvm::function_ref<bool(StringRef)> MayEdit;
  /// By name; what cannot be edited is empty.
  std::map<std::string, std::optional<EditedFile>> Files;
};

EditedFile *Fixer::file(const std::string &Path) {
  auto [It, New] = Files.try_emplace(Path);
  if (New && MayEdit(Path))
    It->second = EditedFile::open(Path);
  return It->second ? &*It->second : nullptr;
}

llvm::Expected<Fixer::Placed> Fixer::fit(const Edit &E) {
  auto Refused = [](const char *Why) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(), Why);
  };
  EditedFile *File = file(E.Loc.File);
  if (!File)
    return Refused(MayEdit(E.Loc.File)
                       ? "this file cannot be read or written"
                       : "this file is excluded, or outside of the project");
  std::optional<size_t> Offset = File->find(E);
  if (!Offset)
    return Refused("this file has changed since it was analysed");
  Replacement Change{E.Length, E.Text};
  if (File->isTaken(*Offset, Change))
    return Refused("another fix changes the same place");
  return Placed{File, *Offset, std::move(Change)};
}

void Fixer::place(const Verdict &V) {
  std::vector<Placed> Edits;
  for (const Edit &E : V.Fixes) {
    llvm::Expected<Placed> Fit = fit(E);
    if (!Fit) {
      Outcome.Refused.push_back({E.Loc, "'" + V.Symbol + "' is not fixed: " +
                                            llvm::toString(Fit.takeError())});
      return;
    }
    Edits.push_back(std::move(*Fit));
  }
  for (Placed &Each : Edits)
    Each.File->add(Each.Offset, std::move(Each.Change));
  Outcome.Fixes += !Edits.empty();
}

void Fixer::write() {
  for (const auto &[Path, File] : Files) {
    if (!File || !File->isChanged())
      continue;
    if (std::error_code Why = File->write())
      Outcome.Failed.push_back(
          {{Path, 0, 0}, "this file cannot be written: " + Why.message()});
    else
      ++Outcome.Files;
  }
}

} // namespace

FixOutcome
stateless::applyFixes(llvm::ArrayRef<Verdict> Verdicts,
                      llvm::function_ref<bool(llvm::StringRef)> MayEdit) {
  Fixer Run(MayEdit);
  for (const Verdict &V : Verdicts)
    Run.place(V);
  Run.write();
  return std::move(Run.Outcome);
}
