#include "steps.h"

void bumpTwice(int *N) {
  bump(*N);
  bump(*N);
}
void even(int &N, int Depth) { odd(N, Depth); }
void zero(int Numbers[], int Count) {
  while (Count-- > 0)
    Numbers[Count] = 0;
}
void extend(std::vector<int> &List, int N) { List.insert(List.end(), N); }
int peekTwice(int *N) { return peek(*N) + peek(same(*N)); }
std::size_t measure(const std::string &Text) { return Text.size(); }
