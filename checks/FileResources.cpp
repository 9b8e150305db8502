//===- FileResources.cpp - One finding for a file and its owner -----------===//
#include "FileResources.h"
#include <map>

namespace stateless {

namespace {

class Joiner {
public:
  explicit Joiner(std::vector<FileFinding> Given) : All(std::move(Given)) {}

  std::vector<FileFinding> run();

private:
  /// Owner and path; or owner and sink.
  using Key = std::tuple<SymbolId, std::string, Location>;
  using Group = std::vector<size_t>; ///< Of All; its first one speaks.

  static Key keyOf(const FileFinding &F) {
    return {F.Owner, F.Path, F.Complete ? Location() : F.Sink};
  }
  static auto rank(const FileFinding &F) {
    bool Writes =
        F.Kind != OperationKind::Rename && F.Kind != OperationKind::Delete;
    return std::tuple(-int(F.V.Level), !Writes, F.Kind == OperationKind::Delete,
                      F.V.Loc);
  }
  void join(const Key &Part, const Key &Whole, llvm::StringRef Before,
            llvm::StringRef After);
  void joinFolders();
  void joinRenamed();
  void tell(FileFinding &Into, const FileFinding &Other) const;

  std::vector<FileFinding> All;
  std::map<Key, Group> Groups;
  std::map<size_t, std::string> Says; ///< Of All: what a part of another is.
};

} // namespace

/// Tells what is done to \p Part with \p Whole. In the note, its path stands
/// between \p Before and \p After.
void Joiner::join(const Key &Part, const Key &Whole, llvm::StringRef Before,
                  llvm::StringRef After) {
  Group Moved = std::move(Groups[Part]);
  Groups.erase(Part);
  for (size_t I : Moved)
    Says.try_emplace(
        I, (All[I].Call + All[I].At + Before + All[I].Path + After).str());
  llvm::append_range(Groups[Whole], Moved);
}

/// A folder belongs to the first file below it; one that nobody knows, to the
/// next such file of its function.
void Joiner::joinFolders() {
  std::vector<Key> Folders;
  for (const auto &[Of, Members] : Groups)
    if (llvm::all_of(Members, [&](size_t I) { return All[I].Folder; }))
      Folders.push_back(Of);
  for (const Key &Part : Folders) {
    const auto &[Owner, Path, Sink] = Part;
    if (Path.empty()) {
      const FileFinding &Made = All[Groups[Part].front()];
      auto Next = llvm::find_if(All, [&](const FileFinding &F) {
        return F.V.Loc >= Made.V.Loc && F.V.Function == Made.V.Function &&
               F.Path.empty() && !F.Folder;
      });
      if (Next != All.end() && Groups.contains(keyOf(*Next)))
        join(Part, keyOf(*Next), " a folder here", "");
      continue;
    }
    // What is known of a folder's name may be known of the file's, and no more.
    bool GoesOn = !All[Groups[Part].front()].Complete;
    std::string Start = Path + (GoesOn ? "" : "/");
    for (auto It = Groups.lower_bound({Owner, Start, {}});
         It != Groups.end() && std::get<0>(It->first) == Owner &&
         llvm::StringRef(std::get<1>(It->first)).starts_with(Start);
         ++It)
      if (It->first != Part && !All[It->second.front()].Folder) {
        join(Part, Key(It->first), " its folder '", GoesOn ? "...'" : "'");
        break;
      }
  }
}

/// What is written first and then renamed belongs to what it becomes.
void Joiner::joinRenamed() {
  for (const FileFinding &F : All) {
    Key Part(F.Owner, F.From, {}), Whole = keyOf(F);
    if (!F.From.empty() && Part != Whole && Groups.contains(Part) &&
        Groups.contains(Whole))
      join(Part, Whole, " '", "', which becomes it");
  }
}

void Joiner::tell(FileFinding &Into, const FileFinding &Other) const {
  auto It = Says.find(size_t(&Other - All.data()));
  std::string Text =
      It != Says.end() ? It->second
      : Other.Path.empty()
          ? Other.Call + Other.At.str() + " another path that is not known"
          : Other.Call + (Other.At.empty() ? " it, too" : ", too");
  Into.V.Notes.push_back({NoteRole::Write, Other.V.Loc, std::move(Text)});
  Into.AtStartUp &= Other.AtStartUp;
  llvm::append_range(Into.Sites, Other.Sites);
}

std::vector<FileFinding> Joiner::run() {
  for (size_t I = 0; I < All.size(); ++I)
    Groups[keyOf(All[I])].push_back(I);
  joinRenamed();
  joinFolders();
  std::vector<size_t> Speaking;
  for (auto &[Of, Members] : Groups) {
    // A folder or a file of another name does not speak for the file itself.
    llvm::stable_sort(Members, [&](size_t A, size_t B) {
      return std::tuple(Says.contains(A), rank(All[A])) <
             std::tuple(Says.contains(B), rank(All[B]));
    });
    for (size_t I : llvm::drop_begin(Members))
      tell(All[Members.front()], All[I]);
    Speaking.push_back(Members.front());
  }
  llvm::sort(Speaking);
  std::vector<FileFinding> Result;
  for (size_t I : Speaking)
    Result.push_back(std::move(All[I]));
  return Result;
}

std::vector<FileFinding> joinResources(std::vector<FileFinding> All) {
  return Joiner(std::move(All)).run();
}

} // namespace stateless
