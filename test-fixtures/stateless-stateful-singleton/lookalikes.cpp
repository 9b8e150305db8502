// No singletons: nobody is given one shared object.
#include <memory>
#include <string>
#include <vector>

class Journal {
public:
  void append(const std::string &Line) { Lines_.push_back(Line); }

private:
  std::vector<std::string> Lines_;
};

// A new object for each call, whatever the method is called.
class Factory {
public:
  static Factory instance() { return Factory(); }
  static std::unique_ptr<Factory> getInstance() { return std::make_unique<Factory>(); }
  static Factory *create() { return new Factory; }
  static Factory &instance(Factory &Given) { return Given; }
  void count() { ++Count_; }

private:
  int Count_ = 0;
};

// Part of an object that the caller has.
class House {
public:
  Journal &journal() { return Journal_; }
  House &self() { return *this; }

private:
  Journal Journal_;
};

// A static object that its function keeps to itself is a global, no singleton.
void keep(const std::string &Line) {
  static Journal KeptBad; // expect: stateless-mutable-global "KeptBad" "written by 'keep'"
  KeptBad.append(Line);
}
static Journal FileBad; // expect: stateless-mutable-global "FileBad" "written by 'file'"
void file(const std::string &Line) { FileBad.append(Line); }

// A number is given out: a global.
int &counter() {
  static int CounterBad = 0; // expect: stateless-mutable-global "CounterBad" "(returned by reference)"
  return CounterBad;
}

// Constants are given out.
const int &limit() {
  static const int LimitOk = 3; // expect-benign: stateless-mutable-global "constant"
  return LimitOk;
}
const std::string &name() {
  static const std::string NameOk = "name"; // expect-benign: stateless-mutable-global "constant"
  return NameOk;
}

// A copy of the static object leaves the function.
struct Defaults {
  int Level = 1;
};
Defaults defaults() {
  static Defaults DefaultsOk; // expect-benign: stateless-mutable-global "never written"
  return DefaultsOk;
}

void use() {
  Factory F = Factory::instance();
  F.count();
  Factory::instance(F).count();
  Factory::getInstance()->count();
  std::unique_ptr<Factory>(Factory::create())->count();
  House H;
  H.self().journal().append("x");
  Defaults D = defaults();
  D.Level = 2;
}
