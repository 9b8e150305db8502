#ifndef PAGE_H
#define PAGE_H

#include <httplib.h>

extern int PagesBad;

// Calls the class that derives from it; each instance has one target.
template <class Derived> class Page {
public:
  void serve(httplib::Response &Res) {
    ++PagesBad; // expect-fact: write PagesBad
    self().render(Res);
  }
  void render(httplib::Response &Res) { Res.status = 404; }

private:
  Derived &self() { return static_cast<Derived &>(*this); }
};
class Front : public Page<Front> {
public:
  void render(httplib::Response &Res);
};
class Back : public Page<Back> {
public:
  void render(httplib::Response &Res);
};
// Never served.
class Spare : public Page<Spare> {
public:
  void render(httplib::Response &Res);
};
// A mixin: what it adds calls down, what it is added to calls up.
template <class Next> struct Counted : Next {
  static inline int StepsBad = 0; // expect: stateless-mutable-global "StepsBad" "'GET /front'" confidence proven
  void step() {
    ++StepsBad;
    Next::step();
  }
};
struct Last {
  void step();
};

#endif
