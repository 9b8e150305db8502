//===- Programs.h - Which units make up which program ----------*- C++ -*-===//
//
// Groups the units of a database into programs, as a linker would: from what
// defines `main` through what that needs, by what the build says it links where
// it says so. It must not know where units, or the build's word, come from, nor
// what the units do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_PROGRAMS_H
#define STATELESS_FACTS_PROGRAMS_H

#include "facts/LinkNames.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>

namespace stateless {

/// One unit, as far as linking goes.
struct LinkUnit {
  std::string File; ///< Absolute.
  LinkNames Names;
  /// False: nothing is known of it (its parse died). It may be part of every
  /// program that it is not known to be no part of.
  bool Analysed = true;
  /// No finding in its main file is ever shown.
  bool Excluded = false;
};

enum class TargetKind : uint8_t {
  Executable,
  Archive, ///< Gives the units that are needed.
  Objects, ///< Gives all of its units: object files, a shared library.
  Plugin,  ///< Is loaded by a program that nobody names.
  Group,   ///< An executable if it has a `main`, else some library.
};

/// What somebody says is linked from what: the build, or the rules.
struct LinkTarget {
  std::string Name;
  TargetKind Kind = TargetKind::Executable;
  std::vector<uint32_t> Units; ///< Indices; a unit may be in several targets.
  std::vector<uint32_t> Links; ///< Indices of other targets.
  /// Only some of the executable's units are listed: it takes what it needs
  /// from all others, too (the rules name a program by its main file).
  bool Open = false;
};

/// Why a unit is part of a program.
enum class Membership : uint8_t {
  Main,   ///< It defines `main`.
  Listed, ///< The build, or the rules, say so.
  Needed, ///< It defines what another one refers to.
  Near,   ///< Nothing refers to it, and this is the nearest program.
  Alone,  ///< Nothing that is known to be a program refers to it.
};

struct ProgramUnits {
  /// Of the target, or the main file; "" for what is no program.
  std::string Name;
  /// False: a library, whose exported functions anybody may call.
  bool Executable = true;
  struct Member {
    uint32_t Unit;
    Membership Why;
    auto operator<=>(const Member &) const = default;
  };
  std::vector<Member> Members; ///< Sorted by unit, each once.
  /// False: a unit of which nothing is known may be a part of it.
  bool Complete = true;
};

/// The programs that \p Units make up, sorted by name, libraries last. Every
/// unit that is not excluded is in one at least. A program whose main file is
/// excluded is not listed if there are others: what it does is not looked at,
/// and what it alone needs is a library's. With one `main` in all, there is one
/// program, and it has all units that are neither excluded nor given to another
/// by a target.
std::vector<ProgramUnits> programsOf(llvm::ArrayRef<LinkUnit> Units,
                                     llvm::ArrayRef<LinkTarget> Targets = {});

} // namespace stateless

#endif
