//===- ProgramLinker.cpp - The programs of a database, one by one ---------===//
//
// Facts that another program wants again are kept as they were read, as long as
// their bytes stay below a bound; beyond it they are read again.
//
//===----------------------------------------------------------------------===//
#include "ProgramLinker.h"
#include "BuildTargets.h"
#include "PathGlob.h"
#include "facts/Linker.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

using namespace stateless;
using llvm::StringRef;

/// Serialised bytes of the units that are kept read: about a sixth of the
/// memory that their facts take.
static constexpr size_t MostKept = 256u << 20;

//===-- Which there are ---------------------------------------------------===//

static std::vector<uint32_t> unitsOf(const ProgramRule &Rule,
                                     const UnitSelection &Selection,
                                     StringRef Root) {
  std::vector<uint32_t> Units;
  for (uint32_t I = 0; I != Selection.Units.size(); ++I)
    if (llvm::any_of(Rule.Files, [&](const std::string &Glob) {
          return matchesFile(Glob, Selection.Units[I].Unit.File, Root);
        }))
      Units.push_back(I);
  return Units;
}

static StringRef baseOf(const RuleSet &Rules, StringRef Root) {
  return Rules.Root.empty() ? Root : StringRef(Rules.Root);
}

std::vector<RuleDiagnostic>
stateless::emptyPrograms(const UnitSelection &Selection, const RuleSet &Rules,
                         StringRef Root) {
  std::vector<RuleDiagnostic> Result;
  for (const ProgramRule &Rule : Rules.Programs)
    if (unitsOf(Rule, Selection, baseOf(Rules, Root)).empty())
      Result.push_back(
          {RuleDiagnostic::Warning, Rule.Loc,
           "no source of the database is part of program '" + Rule.Name + "'"});
  return Result;
}

/// Those of the build and, before them, those that the rules name. What the
/// build says of a program that the rules name by its main file is theirs.
static std::vector<LinkTarget> allTargets(const UnitSelection &Selection,
                                          const RuleSet &Rules,
                                          llvm::ArrayRef<LinkUnit> Units,
                                          StringRef Root) {
  std::vector<LinkTarget> Targets = buildTargets(Selection);
  for (const ProgramRule &Rule : Rules.Programs) {
    LinkTarget Named{
        Rule.Name, TargetKind::Executable, unitsOf(Rule, Selection, Root), {}};
    Named.Open = true;
    auto IsOurs = [&](uint32_t I) {
      return Units[I].Names.Main && llvm::is_contained(Named.Units, I);
    };
    for (LinkTarget &Built : Targets)
      if (llvm::any_of(Built.Units, IsOurs)) {
        Named.Open = Built.Kind != TargetKind::Executable || Built.Open;
        llvm::append_range(Named.Units, std::exchange(Built.Units, {}));
        Named.Links = Built.Links;
        break;
      }
    Targets.push_back(std::move(Named));
  }
  return Targets;
}

std::vector<ProgramUnits>
stateless::findPrograms(const Extraction &Parsed,
                        const UnitSelection &Selection, const RuleSet &Rules,
                        StringRef Root) {
  std::vector<LinkUnit> Units;
  for (auto [Selected, Names] : llvm::zip(Selection.Units, Parsed.Names)) {
    LinkUnit &Unit = Units.emplace_back();
    Unit.File = Selected.Unit.File;
    Unit.Analysed = Names.has_value();
    Unit.Names = Names.value_or(LinkNames());
    Unit.Excluded = Rules.isExcluded(Selected.Unit.File, Root);
  }
  std::vector<ProgramUnits> Programs = programsOf(
      Units, allTargets(Selection, Rules, Units, baseOf(Rules, Root)));
  for (ProgramUnits &P : Programs) {
    StringRef Shown = P.Name;
    if (Shown.consume_front(Root) && Shown.consume_front("/"))
      P.Name = Shown.str();
  }
  return Programs;
}

bool stateless::hasAllUnits(llvm::ArrayRef<ProgramUnits> Programs,
                            const UnitSelection &Selection) {
  return Programs.size() == 1 &&
         Programs.front().Members.size() == Selection.Units.size();
}

static StringRef wordFor(Membership Why) {
  switch (Why) {
  case Membership::Main:
    return "main";
  case Membership::Listed:
    return "listed";
  case Membership::Needed:
    return "needed";
  case Membership::Near:
    return "near";
  case Membership::Alone:
    return "alone";
  }
  llvm_unreachable("no such reason");
}

void stateless::dumpMembers(const ProgramUnits &P,
                            const UnitSelection &Selection,
                            llvm::raw_ostream &OS) {
  auto Text = [](StringRef Any) {
    return llvm::json::isUTF8(Any) ? Any.str() : llvm::json::fixUTF8(Any);
  };
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("Program", Text(P.Name));
    J.attribute("Executable", P.Executable);
    J.attribute("Complete", P.Complete);
    J.attributeArray("Units", [&] {
      for (const ProgramUnits::Member &M : P.Members)
        J.object([&] {
          J.attribute("File", Text(Selection.Units[M.Unit].Unit.File));
          J.attribute("Why", wordFor(M.Why));
        });
    });
  });
  OS << '\n';
}

namespace {

class ProgramLinker {
public:
  ProgramLinker(Extraction &Parsed, const UnitSelection &Selection,
                llvm::ArrayRef<ProgramUnits> Programs,
                llvm::function_ref<void(size_t, const TuFacts &)> OnUnit)
      : Parsed(Parsed), Selection(Selection), Programs(Programs),
        OnUnit(OnUnit), Uses(Selection.Units.size()),
        Seen(Selection.Units.size()), Kept(Selection.Units.size()) {
    for (const ProgramUnits &P : Programs)
      for (const ProgramUnits::Member &M : P.Members)
        ++Uses[M.Unit];
    Order = linkOrder(Parsed, Selection.Units);
  }

  Program
  run(llvm::function_ref<void(const ProgramUnits &, const Program &)> Each) {
    bool OneHasAll = hasAllUnits(Programs, Selection);
    if (!OneHasAll)
      All.emplace();
    for (const ProgramUnits &P : Programs) {
      Program Prog = linked(P);
      Each(P, Prog);
      if (OneHasAll)
        return Prog;
    }
    for (size_t I : Order)
      if (!Seen[I])
        take(I, [](const TuFacts &) {}, [](TuFacts) {});
    return All->finish({Selection.WholeProgram && !AnyLost});
  }

private:
  Program linked(const ProgramUnits &P) {
    std::vector<bool> Wanted(Order.size());
    for (const ProgramUnits::Member &M : P.Members)
      Wanted[M.Unit] = true;
    Linker Units;
    bool Complete = P.Complete;
    for (size_t I : Order)
      if (Wanted[I])
        Complete &= take(
            I, [&](const TuFacts &Facts) { Units.add(Facts); },
            [&](TuFacts Facts) { Units.add(std::move(Facts)); });
    return Units.finish({Selection.WholeProgram && Complete});
  }

  /// Hands the facts of a unit to \p Lend if they are wanted again, else to
  /// \p Give. False if there are none.
  template <typename Lender, typename Giver>
  bool take(size_t I, Lender Lend, Giver Give) {
    bool Last = Uses[I] == 0 || --Uses[I] == 0;
    std::optional<TuFacts> Facts = std::exchange(Kept[I], std::nullopt);
    size_t Size = Parsed.Units[I].size();
    bool Keep = !Last && (Facts || KeptBytes + Size <= MostKept);
    if (Facts && Last)
      KeptBytes -= Size;
    else if (!Facts && Keep)
      KeptBytes += Size;
    if (!Facts)
      Facts = readFacts(Parsed, Selection.Units, I, /*Last=*/Last);
    else if (Last)
      Parsed.Units[I] = {};
    if (!Facts) {
      AnyLost = true;
      return false;
    }
    if (!Seen[I]) {
      Seen[I] = true;
      OnUnit(I, *Facts);
      if (All)
        All->addDeclarations(*Facts);
    }
    if (Last)
      Give(std::move(*Facts));
    else
      Lend(*Facts);
    if (Keep)
      Kept[I] = std::move(Facts);
    return true;
  }

  Extraction &Parsed;
  const UnitSelection &Selection;
  llvm::ArrayRef<ProgramUnits> Programs;
  llvm::function_ref<void(size_t, const TuFacts &)> OnUnit;
  std::vector<size_t> Order;
  std::vector<unsigned> Uses; ///< By unit: how many programs still want it.
  std::vector<bool> Seen;
  std::vector<std::optional<TuFacts>> Kept;
  size_t KeptBytes = 0;
  std::optional<Linker> All; ///< Where no program has all units.
  bool AnyLost = false;
};

} // namespace

Program stateless::linkPrograms(
    Extraction &Parsed, const UnitSelection &Selection,
    llvm::ArrayRef<ProgramUnits> Programs,
    llvm::function_ref<void(size_t, const TuFacts &)> Unit,
    llvm::function_ref<void(const ProgramUnits &, const Program &)> Each) {
  return ProgramLinker(Parsed, Selection, Programs, Unit).run(Each);
}
