//===- ValueEvaluator.h - Values in the context of calls -------*- C++ -*-===//
//
// Evaluates values of the facts' algebra to texts. An environment is a function
// and, where it was entered by a call, that call's arguments in the caller's
// environment. An object that holds texts is how it was made and what was done
// to it, each in its environment. Private to PathValues.cpp,
// ValueEvaluator.cpp, KnownObjects.cpp and ObjectTexts.cpp.
//
// Limits: MaxTexts alternatives, MaxEvalDepth nested values and MaxEvalSteps in
// all, MaxCallers callers per function, MaxObjects objects of one value,
// MaxObjectSteps for objects; beyond them "unknown".
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_VALUEEVALUATOR_H
#define STATELESS_ANALYSIS_VALUEEVALUATOR_H

#include "analysis/PathValues.h"
#include <deque>

namespace stateless {

constexpr size_t MaxCallers = 32;
constexpr unsigned MaxObjectDepth = 24;
constexpr unsigned MaxObjectSteps = 5000;

using Texts = std::vector<KnownText>;

struct KnownObject;

struct Environment {
  const Function *In = nullptr;
  llvm::ArrayRef<ValueId> Args = {}; ///< Values in *Up.
  const Environment *Up = nullptr;
  ValueId Of = {}; ///< The object that In was called on, in *Up.
  /// The object itself, where In works on it; what In does to it is not told
  /// again.
  const KnownObject *Self = nullptr;
};

/// Something that was done to an object.
struct DoneTo {
  ValueId What; ///< As values tell it, in *Env; or Body does it.
  const Environment *Env = nullptr;
  const Function *Body = nullptr; ///< Entered as *Env.
  uint32_t Index = 0;             ///< 0: on the object; else its parameter + 1.
  size_t Count = ~size_t(0);      ///< Of what Body does, as much.
  bool Replaces = false;          ///< The object becomes a copy of What.
  bool Sure = false;
};

struct KnownObject {
  /// A constructor, or a class of which no constructor was called.
  SymbolId Maker;
  llvm::ArrayRef<ValueId> Args; ///< Values in *Env.
  const Environment *Env = nullptr;
  size_t Built = ~size_t(0); ///< Of what the constructor does, as much.
  std::vector<DoneTo> Done;
  SymbolId Variable;   ///< The variable that it is, if any.
  bool Shared = false; ///< Others may change it out of sight.
};

struct KnownObjects {
  std::vector<KnownObject> All;
  bool Unknown = false; ///< Or any other.
  bool Open = false;    ///< Or what a caller of the closed function makes.
};

class Evaluator {
public:
  /// \p Closed: its parameters are unknown, whatever its callers pass.
  explicit Evaluator(const PathValues &Known, const Function *Closed = nullptr)
      : Known(Known), Prog(Known.Prog), Closed(Closed) {}

  Texts eval(ValueId Id, const Environment &Env);

  /// The variables that \p Id may be, as an object.
  std::vector<SymbolId> variablesOf(ValueId Id, const Environment &Env);

private:
  //===-- Texts (ValueEvaluator.cpp) --------------------------------------===//
  Texts evalValue(const Value &V, const Environment &Env);
  Texts sequence(const Value &V, const Environment &Env);
  static Texts product(const Texts &Heads, const Texts &Tails, bool AsPath,
                       bool First = false);
  Texts flags(const Value &V, const Environment &Env);
  Texts behind(const Value &V, const Environment &Env);
  Texts setting(const Value &V, const Environment &Env);
  Texts parameter(uint32_t Index, const Function &F);
  Texts variable(SymbolId Symbol);
  Texts anyField(SymbolId Symbol);
  Texts stored(SymbolId Symbol, Texts Result, bool Initialized,
               bool AlsoMakers = true);
  Texts callResult(const Value &V, const Environment &Env);
  Texts returned(const Function &F, const Value &Call, const Environment &Env);

  struct Bodies {
    llvm::SmallVector<const Function *, 4> All;
    bool Complete = false; ///< Nothing else runs.
  };
  Bodies bodiesOf(SymbolId Symbol, llvm::ArrayRef<KnownObject> On) const;
  Bodies bodiesOf(const Value &V, const Environment &Env);

  //===-- Objects (ObjectTexts.cpp, KnownObjects.cpp) ---------------------===//

  /// What an object was given for one of its fields.
  struct Part {
    enum { Given, Grown, Within, Default } Kind = Given;
    ValueId What;
    const Environment *Env = nullptr;
    bool Joined = false; ///< Grown: as a path.
    bool Sure = false;
  };
  struct Parts {
    std::vector<Part> All;
    bool Shared = false;
    bool Unknown = false;
  };

  Texts field(const Value &V, const Environment &Env);
  Texts fieldOf(SymbolId Field, const KnownObject &Of);
  Parts partsOf(SymbolId Field, const KnownObject &Of);
  void partsAsMade(const Field &F, const KnownObject &Of, Parts &Into);
  void partsOfBase(const Field &F, SymbolId Own, const KnownObject &Of,
                   Parts &Into);
  void done(SymbolId Field, const KnownObject &Before, const DoneTo &What,
            Parts &Into);
  void doneBy(SymbolId Field, const KnownObject &Before, ValueId What,
              const Environment &Env, bool Sure, Parts &Into);
  void replaced(SymbolId Field, ValueId By, const Environment &Env, bool Sure,
                Parts &Into);
  KnownObjects objects(ValueId Id, const Environment &Env);
  KnownObjects objectsOf(ValueId Id, const Environment &Env);
  KnownObjects thisOf(const Value &V, const Environment &Env);
  KnownObjects anyThis(const Function &F);
  KnownObjects passed(uint32_t Index, const Function &F);
  KnownObjects variableObject(SymbolId Symbol);
  KnownObjects withField(KnownObjects From, const Field &F) const;
  KnownObjects fieldObjects(const Value &V, const Environment &Env);
  KnownObjects returnedObjects(const Value &V, const Environment &Env);
  KnownObjects anyFieldObjects(SymbolId Field);
  KnownObject defaultObject(SymbolId Class) const;
  SymbolId classMade(const KnownObject &O) const;
  bool derives(SymbolId Class, SymbolId From) const;
  bool isEntered(const Function &F, const Environment &Env) const;
  const Environment &keep(Environment E) {
    Environments.push_back(E);
    return Environments.back();
  }
  const KnownObject &keep(KnownObject O) {
    Kept.push_back(std::move(O));
    return Kept.back();
  }

  const PathValues &Known;
  const Program &Prog;
  const Function *Closed;
  unsigned Depth = 0, Steps = 0, ObjectSteps = 0;
  std::vector<const Function *> Opened;
  std::vector<SymbolId> Looking;
  // Objects refer to environments, and these to objects.
  std::deque<Environment> Environments;
  std::deque<KnownObject> Kept;
  std::deque<std::vector<ValueId>> Arguments;
};

/// \p To with \p T, or with "unknown" if there are too many.
void addText(Texts &To, KnownText T);

/// True if \p V names an object that exists besides the expression.
bool namesObject(const Value &V);

} // namespace stateless

#endif
