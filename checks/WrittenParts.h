//===- WrittenParts.h - What of an object is written -----------*- C++ -*-===//
//
// Of each class of the project: which of its fields, of its bases' fields, and
// of the fields of what it holds are written outside construction. Made once
// for all checks. It must not know which objects there are, nor who asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_WRITTENPARTS_H
#define STATELESS_CHECKS_WRITTENPARTS_H

#include "StateEvidence.h"

namespace stateless {

/// The fields of an object that are written outside construction: its own,
/// inherited ones, and those of the project's classes that it holds, which
/// stand for the field that holds them. Nearer ones come first.
struct WrittenParts {
  struct Part {
    std::vector<const Field *> Chain; ///< The written field comes last.
    const Assessment *Seen;           ///< Owned by the state objects.
    const Field &field() const { return *Chain.back(); }
  };
  std::vector<Part> Fields;
  /// There are more than are listed.
  bool More = false;
  /// Methods that may write have no body in sight.
  bool Unseen = false;
};

class WrittenPartsIndex {
public:
  /// \p E outlives the index; its own index is not looked at. Linear in the
  /// fields and their writes.
  explicit WrittenPartsIndex(const Evidence &E);

  /// At most MaxParts; looks into as many classes as it takes to find them.
  /// Not \p Exact: the object may be of a class that derives from \p C.
  WrittenParts of(const Class &C, bool Exact) const;

  static constexpr size_t MaxParts = 64;

private:
  struct Part {
    const Field *Of;
    const Assessment *Seen;
    uint32_t Held; ///< The class of the one object that it holds, or None.
    bool Exact;    ///< It is of no class that derives from that.
  };
  struct ClassParts {
    std::vector<uint32_t> Bases; ///< Positions in Classes.
    std::vector<Part> Parts;     ///< Fields that are not constant.
    bool Written = false;        ///< Something in it is, however deep.
    bool Unseen = false;
  };
  static constexpr uint32_t None = ~0U;

  uint32_t position(const Class *C) const;
  ClassParts partsOf(const Class &C) const;
  void addFamilies();
  void spread(bool ClassParts::*Mark);

  const Evidence &E;
  std::vector<ClassParts> Classes; ///< In the program's order; families.
  std::vector<uint32_t> Families;  ///< Of each class: a position in Classes.
};

/// The parts of an object of class \p C or, if it is not \p Exact, perhaps of
/// one that derives from it.
WrittenParts writtenParts(const Evidence &E, const Class &C, bool Exact);

/// False if what a value of type \p T holds by a pointer to \p C may be of a
/// derived class.
bool isExactly(const Program &Prog, TypeId T, const Class &C);

/// The same as evidence.
std::vector<WrittenState> statesOf(const WrittenParts &Parts);

/// Adds \p Part, or all of \p Parts, as a verdict names them.
void addPart(const Program &Prog, const WrittenParts::Part &Part,
             Verdict &Into);
void setParts(const Program &Prog, const WrittenParts &Parts, Verdict &Into);

} // namespace stateless

#endif
