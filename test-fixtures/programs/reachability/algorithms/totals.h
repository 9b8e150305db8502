#ifndef TOTALS_H
#define TOTALS_H

#include <functional>
#include <vector>

extern int ImmediateBad, NamedBad, NestedBad;

// A visitor of the project's own: it calls at once, and keeps nothing.
template <class T, class F> void each(const std::vector<T> &List, F Fn) {
  for (const T &Value : List)
    Fn(Value);
}
void eachErased(const std::vector<int> &List, const std::function<void(int)> &Fn);
int total(const std::vector<int> &List);
int order(std::vector<int> List);

#endif
