//===- ObjectDump.cpp - State objects as a person reads them --------------===//
//
// Every store is shown with its phase, also those that do not count.
//
//===----------------------------------------------------------------------===//
#include "ObjectDump.h"
#include "RequestEvidence.h"
#include "StateObjects.h"
#include "facts/EnumNames.h"
#include "llvm/Support/JSON.h"

namespace stateless {
namespace {

class ObjectDumper {
public:
  ObjectDumper(const Program &Prog, const Analyses &Known,
               llvm::raw_ostream &OS)
      : Prog(Prog), Known(Known), J(OS, /*IndentSize=*/1) {}

  void dump(const StateObjects &Objects) {
    J.array([&] {
      for (const StateObject &O : Objects.all())
        J.object([&] { dump(O); });
    });
  }

private:
  void dump(const StateObject &O) {
    if (O.Unnamed)
      subject("unnamed", O.Unnamed->QualifiedName, O.Unnamed->Loc);
    else if (O.Var)
      subject("variable", O.Var->QualifiedName, O.Var->Loc);
    else
      subject("field", O.Of->QualifiedName, O.Of->Loc);
    J.attribute("Stays", O.Stays);
    if (O.HandedOutBy)
      text("HandedOutBy", Prog.text(O.HandedOutBy->QualifiedName));
    if (O.Monostate)
      J.attribute("Monostate", true);
    if (O.Unnamed)
      return;
    shape(O);
    evidence(O.Seen);
    J.attributeArray("Stores", [&] {
      for (const Write &W : Known.Writes.writesOf(O.symbol()))
        J.object([&] { store(W); });
    });
    J.attributeArray("Reads", [&] {
      for (const ReadSite &R : O.Reads)
        J.object([&] { place(R.By, R.Loc); });
    });
  }

  void subject(llvm::StringRef Kind, StringId Name, const Location &Loc) {
    text("Subject", Prog.text(Name));
    text("Kind", Kind);
    at(Loc);
  }

  void shape(const StateObject &O) {
    const TypeShape &S = *O.Shape;
    text("Type", Prog.text(Prog.type(O.type()).Spelling));
    text("Core", Prog.text(S.Core->Name));
    if (S.Held)
      text("Held", Prog.text(S.Held->QualifiedName));
    text("Change", enumName(S.Change));
  }

  void evidence(const Assessment &A) {
    text("Verdict", A.Benign ? "benign" : A.OutOfSight ? "unsettled" : "state");
    if (A.Why)
      text("Reason", idOf(A.Why));
    if (A.When)
      text("Phase", enumName(*A.When));
    if (!A.Benign)
      text("Confidence", enumName(A.Level));
    if (A.Basis)
      text("Grounds", idOf(A.Basis));
  }

  void store(const Write &W) {
    place(W.By, W.Loc);
    text("How", describeWrite(Prog, W));
    text("Phase", enumName(W.When));
    J.attribute("Certain", W.Certain);
    J.attribute("Sole", W.Sole);
    J.attribute("Whole", W.Whole);
  }

  void place(const Function *By, const Location &Loc) {
    text("By", Prog.text(By->QualifiedName));
    at(Loc);
  }

  void at(const Location &Loc) {
    SourceLocation Place = sourceLocation(Prog, Loc);
    text("At", Place.File + ":" + std::to_string(Place.Line) + ":" +
                   std::to_string(Place.Column));
  }

  void text(llvm::StringRef Key, llvm::StringRef Any) {
    J.attribute(Key,
                llvm::json::isUTF8(Any) ? Any.str() : llvm::json::fixUTF8(Any));
  }

  const Program &Prog;
  const Analyses &Known;
  llvm::json::OStream J;
};

} // namespace

void dumpObjects(const Program &Prog, const CheckOptions &Options,
                 llvm::raw_ostream &OS) {
  Analyses Known(Prog);
  TypeShapes Shapes(Prog, Options);
  ObjectDumper(Prog, Known, OS)
      .dump(StateObjects(Prog, Known, Shapes, Options));
  OS << '\n';
}

} // namespace stateless
