#ifndef EVENTS_H
#define EVENTS_H

#include <string>
#include <variant>

struct Opened {
  std::string Name;
};
struct Closed {
  int Reason = 0;
};
struct Moved {
  int X = 0, Y = 0;
};
using Event = std::variant<Opened, Closed, Moved>;

struct Recorder {
  void operator()(const Opened &E) const;
  void operator()(const Closed &E) const;
  void operator()(const Moved &E) const;
};
template <class... Fs> struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs> Overloaded(Fs...) -> Overloaded<Fs...>;

Event decode(const std::string &Text);
void record(const Event &E);
int weigh(const Event &E);

#endif
