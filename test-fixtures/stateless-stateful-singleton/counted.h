// A singleton in a project header; header-singleton.cpp includes it.
#ifndef COUNTED_H
#define COUNTED_H

#include <string>

class Counted {
public:
  static Counted &instance() {
    static Counted InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Hits_'" confidence likely
    return InstanceBad;
  }
  void hit() { ++Hits_; }

private:
  int Hits_ = 0;
};

class Split {
public:
  static Split &instance();
  void store(const std::string &Text);

private:
  std::string Text_;
};

class Spelling {
public:
  static const Spelling &instance() {
    static const Spelling InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  char first() const { return First_; }

private:
  Spelling() {}
  char First_ = 'a';
};

#endif
