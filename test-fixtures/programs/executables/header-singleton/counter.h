#ifndef COUNTER_H
#define COUNTER_H

class Counter {
public:
  static Counter &instance() {
    static Counter TheBad; // expect: stateless-stateful-singleton "Counter" "'POST /up'" "this is so in" confidence proven
    return TheBad;
  }
  void up() { ++Value; }
  int value() const { return Value; }

private:
  Counter() = default;
  int Value = 0;
};

#endif
