#ifndef PAGE_H
#define PAGE_H

#include <httplib.h>
#include <string>

struct Counter {
  int Value = 0;
  int next() { return ++Value; }
};
struct Greeting {
  std::string Text = "hello";
};
struct Parts {
  Counter &Visits;
  const Greeting &Hello;
};

class Page {
public:
  Page(httplib::Server &App, Counter &Hits, const Greeting &Hello);

private:
  int show() { return Hits.next(); }
  Counter &Hits;
  const Greeting &Hello;
};
class Visits {
public:
  explicit Visits(Parts P) : P(P) {}
  void install(httplib::Server &App);
  void visit(const httplib::Request &Req, httplib::Response &Res) const;

private:
  Parts P;
};

#endif
