// Monostate: every object of the class shares static data members.
#include <string>

class Dimmer {
public:
  int level() const { return LevelBad; }
  void set(int N) { LevelBad = N; }

private:
  static inline int LevelBad = 0; // expect: stateless-stateful-singleton "onostate" "Dimmer" "LevelBad"
};

// Defined out of class; a constant beside it is none of its state.
class Theme {
public:
  const std::string &name() const { return NameBad; }
  void rename(const std::string &S) { NameBad = S.substr(0, MostOk); }

private:
  static const std::string::size_type MostOk = 8;
  static std::string NameBad;
};
std::string Theme::NameBad = "plain"; // expect: stateless-stateful-singleton "onostate" "Theme" "NameBad"

// Shared constants are no state.
class Units {
public:
  double metres(double Feet) const { return Feet * FactorOk; }
  const std::string &name() const { return NameOk; }

private:
  static constexpr double FactorOk = 0.3048; // expect-benign: stateless-mutable-global "constant"
  static inline const std::string NameOk = "metre"; // expect-benign: stateless-mutable-global "constant"
};

// A class with data of its own is no monostate; its static member is a global.
class Widget {
public:
  Widget() : Number(++MadeBad) {}
  int number() const { return Number; }

private:
  int Number;
  static inline int MadeBad = 0; // expect: stateless-mutable-global "MadeBad" "written by 'Widget::Widget' (increment)"
};

void use() {
  Dimmer().set(3);
  Theme().rename("dark");
}
