#ifndef HELD_H
#define HELD_H

struct Pooled {
  Pooled();
  ~Pooled();
};
struct Item {
  explicit Item(int N);
};
struct Shared {
  Shared();
};
struct Entry {
  Entry();
  int Value;
};
struct Key {
  int Value = 0;
};
bool operator<(const Key &A, const Key &B);

#endif
