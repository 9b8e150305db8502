// What the callees do with what they are given.
#include "steps.h"

#include <utility>

void bump(int &N) { ++N; }
void countDown(int &N, int Depth) {
  if (Depth > 0)
    countDown(N, Depth - 1);
  else
    N = Depth;
}
void odd(int &N, int Depth) { Depth ? even(N, Depth - 1) : bump(N); }
bool parse(const std::string &Text, int *Out) {
  if (Out)
    *Out = int(Text.size());
  return !Text.empty();
}
void take(std::string &&Text) { std::string Mine = std::move(Text); }
int &same(int &N) { return N; }
int peek(int &N) { return N; }
int byValue(int N) { return ++N; }
