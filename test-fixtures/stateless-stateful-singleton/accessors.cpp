// A free function, or a method of another class, gives the one object out.
#include <memory>
#include <string>
#include <vector>

class Journal {
public:
  void append(const std::string &Line) { Lines_.push_back(Line); }
  std::size_t size() const { return Lines_.size(); }

private:
  std::vector<std::string> Lines_;
};
Journal &journal() {
  static Journal TheJournalBad; // expect: stateless-stateful-singleton "singleton" "journal" "'Lines_'" confidence likely
  return TheJournalBad;
}
void write() { journal().append("x"); }

// The object stands at namespace scope, its accessor beside it.
class Meter {
public:
  void raise() { ++Level_; }

private:
  int Level_ = 0;
};
static Meter TheMeterBad; // expect: stateless-stateful-singleton "singleton" "meter" "'Level_'"
Meter &meter() { return TheMeterBad; }

namespace app {
struct Flags {
  bool Verbose = false;
};
namespace {
Flags TheFlagsBad; // expect: stateless-stateful-singleton "singleton" "flags" "'Verbose'"
}
Flags *flags() { return &TheFlagsBad; }
void chatter() { flags()->Verbose = true; }
} // namespace app

// A class hands out another class's object.
class Dial {
public:
  void turn(int N) { Angle_ += N; }

private:
  int Angle_ = 0;
};
struct Panel {
  int Own;
  static Dial &dial() {
    static Dial TheDialBad; // expect: stateless-stateful-singleton "singleton" "dial" "'Angle_'"
    return TheDialBad;
  }
};

// An accessor in a header would be inline.
class Ledger {
public:
  void note(int N) { Sum_ = Sum_ + N; }

private:
  int Sum_ = 0;
};
inline Ledger &ledger() {
  static auto *TheLedgerBad = new Ledger; // expect: stateless-stateful-singleton "singleton" "ledger" "'Sum_'"
  return *TheLedgerBad;
}

// Without state.
class Grammar {
public:
  explicit Grammar(std::string Rules) : Rules_(std::move(Rules)) {}
  bool knows(const std::string &Word) const { return Rules_.find(Word) != Rules_.npos; }

private:
  std::string Rules_;
};
const Grammar &grammar() {
  static const Grammar TheGrammarOk("a b c"); // expect-benign: stateless-stateful-singleton "no mutable state"
  return TheGrammarOk;
}
Grammar &grammarToo() {
  static Grammar TheGrammarOk("d e f"); // expect-benign: stateless-stateful-singleton "no mutable state"
  return TheGrammarOk;
}

// No singletons: every caller gets an object of its own.
Journal fresh() { return Journal(); }
std::unique_ptr<Journal> made() { return std::make_unique<Journal>(); }
Journal copied() {
  static const Journal PatternOk; // expect-benign: stateless-mutable-global "constant"
  return PatternOk;
}
Meter &same(Meter &M) { return M; }
void local() {
  Journal J;
  J.append("y");
  Meter M;
  same(M).raise();
}
