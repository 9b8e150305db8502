#include "meter.h"

void Gauge::raise(int N) { Level += N; }
void Named::rename(const std::string &To) { Name = To; }
void Meter::record(int N) {
  Inner.raise(N);
  Past.push_back(N);
}
Meter &Meter::add(int N) {
  record(N);
  return *this;
}
Meter &Meter::twice() { return add(last()); }
void drain(Meter &M) { M.Inner.raise(-M.Inner.peek()); }
