#ifndef VALUE_H
#define VALUE_H

struct Value {
  int Kind = 0;
  int Count = 0;
  Value *Inner = nullptr;
};
Value *truth();
Value *none();
Value *make(Value *Inner);
void release(Value *Of);

#endif
