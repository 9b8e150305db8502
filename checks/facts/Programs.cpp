//===- Programs.cpp - Which units make up which program -------------------===//
//
// 1. Roots: the executables that somebody names, and each `main` that is in
//    none of the targets.
// 2. Each root grows over what its units refer to: from the targets that it
//    links, else from all units that no other executable lists. Of several
//    units that define one name (every test has its own stub), the nearest to
//    the root by folders is taken, and all of them where two are as near.
// 3. What nothing needs registers itself, belongs to a plugin, or is a library
//    that nobody uses. It goes to the program whose main file is nearest, if
//    one is; a plugin, and the rest, are libraries.
//
// A database without `main` is one library.
//
//===----------------------------------------------------------------------===//
#include "facts/Programs.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>
#include <tuple>

namespace stateless {
namespace {

/// How far apart two files are. Less is nearer: first the folders that they
/// share count, then the steps between them.
struct Distance {
  int NotShared = 0;
  size_t Steps = 0;
  auto operator<=>(const Distance &) const = default;
};

Distance distance(llvm::StringRef A, llvm::StringRef B) {
  llvm::SmallVector<llvm::StringRef, 16> Left, Right;
  llvm::sys::path::parent_path(A).split(Left, '/');
  llvm::sys::path::parent_path(B).split(Right, '/');
  size_t Shared = 0;
  while (Shared < Left.size() && Shared < Right.size() &&
         Left[Shared] == Right[Shared])
    ++Shared;
  return {-static_cast<int>(Shared), Left.size() + Right.size() - 2 * Shared};
}

/// The items of \p From that are nearest to \p File.
template <typename T, typename FileOf>
std::vector<T> nearest(llvm::ArrayRef<T> From, llvm::StringRef File,
                       FileOf Of) {
  std::vector<T> Best;
  Distance Least;
  for (const T &Each : From) {
    Distance D = distance(Of(Each), File);
    if (!Best.empty() && D > Least)
      continue;
    if (Best.empty() || D < Least)
      Best.clear();
    Least = D;
    Best.push_back(Each);
  }
  return Best;
}

/// The word for `main` among the names.
constexpr uint64_t MainName = ~0ULL >> 2;

class Grouping {
public:
  Grouping(llvm::ArrayRef<LinkUnit> Units, llvm::ArrayRef<LinkTarget> Targets)
      : Units(Units), Targets(Targets), Owners(Units.size()) {
    for (uint32_t I = 0; I != Units.size(); ++I) {
      for (uint64_t Name : Units[I].Names.Defines)
        Definers[Name].push_back(I);
      if (Units[I].Names.Main)
        Definers[MainName].push_back(I);
    }
    for (uint32_t T = 0; T != Targets.size(); ++T) {
      for (uint32_t Unit : Targets[T].Units)
        Owners[Unit].push_back(T);
      IsExecutable.push_back(Targets[T].Kind == TargetKind::Executable ||
                             (Targets[T].Kind == TargetKind::Group &&
                              llvm::any_of(Targets[T].Units, [&](uint32_t I) {
                                return Units[I].Names.Main;
                              })));
    }
  }

  std::vector<ProgramUnits> run() {
    makeRoots();
    for (Growing &P : Programs)
      grow(P);
    Alone = Programs.empty();
    addPlugins();
    placeTheRest();
    addTheRest();
    return finish();
  }

private:
  struct Growing {
    std::string Name;
    bool Executable = true;
    bool Excluded = false; ///< What it does is not looked at.
    std::string Root;      ///< The file that stands for where it is.
    bool Restricted = false;
    llvm::DenseSet<uint32_t> Offered; ///< Restricted: by the targets it links.
    std::map<uint32_t, Membership> Members;
    llvm::DenseSet<uint64_t> Defined;
    std::vector<uint32_t> Todo;
  };

  void add(Growing &P, uint32_t Unit, Membership Why) {
    auto [It, New] = P.Members.try_emplace(Unit, Why);
    if (!New)
      return;
    const LinkNames &Names = Units[Unit].Names;
    P.Defined.insert(Names.Defines.begin(), Names.Defines.end());
    if (Names.Main)
      P.Defined.insert(MainName);
    P.Todo.push_back(Unit);
  }

  //===-- Roots -----------------------------------------------------------===//

  void makeRoots() {
    for (uint32_t T = 0; T != Targets.size(); ++T)
      if (IsExecutable[T] && !Targets[T].Units.empty())
        makeExecutable(T);
    std::map<llvm::StringRef, size_t> ByFile; // Of several commands, one.
    for (uint32_t I = 0; I != Units.size(); ++I) {
      if (!Units[I].Names.Main || !Owners[I].empty())
        continue;
      auto [It, New] = ByFile.try_emplace(Units[I].File, Programs.size());
      if (New) {
        Growing &Made = Programs.emplace_back();
        Made.Name = Made.Root = Units[I].File;
        Made.Excluded = Units[I].Excluded;
      }
      add(Programs[It->second], I, Membership::Main);
    }
  }

  void makeExecutable(uint32_t T) {
    Growing &P = Programs.emplace_back();
    P.Name = Targets[T].Name;
    P.Restricted =
        Targets[T].Kind == TargetKind::Executable && !Targets[T].Open;
    auto IsMain = [&](uint32_t I) { return Units[I].Names.Main; };
    auto Main = llvm::find_if(Targets[T].Units, IsMain);
    uint32_t First =
        Main == Targets[T].Units.end() ? Targets[T].Units.front() : *Main;
    P.Root = Units[First].File;
    P.Excluded = Units[First].Excluded;
    list(P, Targets[T]);
    offer(P, T);
    // It may be the main of an archive that it links.
    if (!P.Defined.contains(MainName))
      need(P, MainName);
  }

  void list(Growing &P, const LinkTarget &Target) {
    for (uint32_t I : Target.Units)
      add(P, I, Units[I].Names.Main ? Membership::Main : Membership::Listed);
  }

  /// What \p First links, directly or not.
  void offer(Growing &P, uint32_t First) {
    llvm::DenseSet<uint32_t> Seen{First};
    llvm::SmallVector<uint32_t, 8> Todo{First};
    while (!Todo.empty())
      for (uint32_t T : Targets[Todo.pop_back_val()].Links) {
        if (!Seen.insert(T).second)
          continue;
        Todo.push_back(T);
        if (Targets[T].Kind == TargetKind::Objects)
          list(P, Targets[T]);
        P.Offered.insert(Targets[T].Units.begin(), Targets[T].Units.end());
      }
  }

  //===-- Growing ---------------------------------------------------------===//

  void grow(Growing &P) {
    while (!P.Todo.empty()) {
      uint32_t Unit = P.Todo.back();
      P.Todo.pop_back();
      for (uint64_t Name : Units[Unit].Names.Needs)
        if (!P.Defined.contains(Name))
          need(P, Name);
    }
  }

  void need(Growing &P, uint64_t Name) {
    auto It = Definers.find(Name);
    if (It == Definers.end())
      return;
    auto FileOf = [&](uint32_t I) -> llvm::StringRef { return Units[I].File; };
    for (bool Linked : {true, false}) {
      std::vector<uint32_t> From;
      llvm::copy_if(It->second, std::back_inserter(From), [&](uint32_t I) {
        return Linked ? P.Offered.contains(I) : isOpenTo(P, I, Name);
      });
      if (From.empty())
        continue;
      for (uint32_t I : nearest<uint32_t>(From, P.Root, FileOf))
        add(P, I, Membership::Needed);
      // The methods of one class may stand in many units.
      if (Name & ClassNameBit)
        for (uint32_t I : From)
          if (isNearest(P, I))
            add(P, I, Membership::Needed);
      return;
    }
  }

  /// True if no executable is nearer to \p Unit than \p P.
  bool isNearest(const Growing &P, uint32_t Unit) const {
    Distance Here = distance(Units[Unit].File, P.Root);
    return llvm::all_of(Programs, [&](const Growing &Other) {
      return !Other.Executable ||
             distance(Units[Unit].File, Other.Root) >= Here;
    });
  }

  /// True if no link line stands against \p Unit as a part of \p P.
  bool isOpenTo(const Growing &P, uint32_t Unit, uint64_t Name) const {
    if (Units[Unit].Names.Main || Name == MainName)
      return false;
    if (!P.Restricted)
      return llvm::none_of(Owners[Unit],
                           [&](uint32_t T) { return IsExecutable[T]; });
    return Owners[Unit].empty();
  }

  //===-- The rest --------------------------------------------------------===//

  bool isPlaced(uint32_t Unit) const {
    return llvm::any_of(
        Programs, [&](const Growing &P) { return P.Members.contains(Unit); });
  }

  void placeTheRest() {
    std::vector<uint32_t> Executables;
    for (uint32_t P = 0; P != Programs.size(); ++P)
      if (Programs[P].Executable)
        Executables.push_back(P);
    auto RootOf = [&](uint32_t P) -> llvm::StringRef {
      return Programs[P].Root;
    };
    for (uint32_t I = 0; I != Units.size(); ++I) {
      if (isPlaced(I))
        continue;
      std::vector<uint32_t> Near;
      if (pluginOf(I).empty())
        Near = nearest<uint32_t>(Executables, Units[I].File, RootOf);
      if (Near.size() != 1)
        Unplaced |= !Units[I].Analysed;
      // A test that nothing refers to is no part of a program, unless of one
      // that is a test itself.
      else if (!Units[I].Analysed || !Units[I].Excluded ||
               Programs[Near.front()].Excluded)
        add(Programs[Near.front()], I, Membership::Near);
    }
    for (Growing &P : Programs)
      grow(P);
  }

  void addPlugins() {
    std::map<std::string, std::vector<uint32_t>> Plugins;
    for (uint32_t I = 0; I != Units.size(); ++I)
      if (std::string Name = pluginOf(I); !Name.empty() && isFree(I))
        Plugins[Name].push_back(I);
    for (const auto &[Name, Roots] : Plugins)
      addLibrary(Name, Roots);
  }

  void addTheRest() {
    std::vector<uint32_t> Rest;
    for (uint32_t I = 0; I != Units.size(); ++I)
      if (isFree(I))
        Rest.push_back(I);
    if (!Rest.empty())
      addLibrary("", Rest);
  }

  /// True if no program has \p Unit that is looked at, and a library may.
  bool isFree(uint32_t Unit) const {
    const LinkUnit &U = Units[Unit];
    return !isShown(Unit) &&
           (Alone || (U.Analysed && !U.Excluded && !U.Names.Main));
  }

  bool isShown(uint32_t Unit) const {
    return llvm::any_of(Programs, [&](const Growing &P) {
      return !P.Excluded && P.Members.contains(Unit);
    });
  }

  void addLibrary(std::string Name, const std::vector<uint32_t> &Roots) {
    Growing &P = Programs.emplace_back();
    P.Name = std::move(Name);
    P.Executable = false;
    P.Root = Units[Roots.front()].File;
    for (uint32_t I : Roots)
      add(P, I, Membership::Alone);
    grow(P);
  }

  std::string pluginOf(uint32_t Unit) const {
    for (uint32_t T : Owners[Unit])
      if (Targets[T].Kind == TargetKind::Plugin)
        return Targets[T].Name;
    return "";
  }

  std::vector<ProgramUnits> finish() {
    bool AllExcluded =
        llvm::all_of(Programs, [](const Growing &P) { return P.Excluded; });
    std::vector<ProgramUnits> Result;
    for (const Growing &P : Programs) {
      if (P.Excluded && !AllExcluded)
        continue;
      ProgramUnits &Made = Result.emplace_back();
      Made.Name = P.Name;
      Made.Executable = P.Executable;
      Made.Complete = !Unplaced;
      for (auto [Unit, Why] : P.Members) {
        Made.Members.push_back({Unit, Why});
        Made.Complete &= Units[Unit].Analysed;
      }
    }
    llvm::stable_sort(Result, [](const ProgramUnits &A, const ProgramUnits &B) {
      return std::tie(B.Executable, A.Name) < std::tie(A.Executable, B.Name);
    });
    return Result;
  }

  llvm::ArrayRef<LinkUnit> Units;
  llvm::ArrayRef<LinkTarget> Targets;
  std::vector<llvm::SmallVector<uint32_t, 2>> Owners; ///< Targets, by unit.
  std::vector<bool> IsExecutable;                     ///< By target.
  llvm::DenseMap<uint64_t, llvm::SmallVector<uint32_t, 1>> Definers;
  std::vector<Growing> Programs;
  bool Alone = false;    ///< There is no executable.
  bool Unplaced = false; ///< A unit of which nothing is known is nowhere.
};

} // namespace

std::vector<ProgramUnits> programsOf(llvm::ArrayRef<LinkUnit> Units,
                                     llvm::ArrayRef<LinkTarget> Targets) {
  return Grouping(Units, Targets).run();
}

} // namespace stateless
