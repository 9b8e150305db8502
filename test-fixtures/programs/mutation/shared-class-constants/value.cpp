// args: -std=c++17 -isystem {fixtures}/include
#include "value.h"

Value *truth() {
  static Value TruthOk{1, -1, nullptr}; // expect-benign: stateless-stateful-singleton "only other objects of its class are written"
  return &TruthOk;
}
Value *none() {
  static Value NoneOk{0, -1, nullptr}; // expect-benign: stateless-stateful-singleton "only other objects of its class are written"
  return &NoneOk;
}
Value *make(Value *Inner) {
  Value *New = new Value{};
  New->Kind = 2;
  New->Count = 1;
  New->Inner = Inner;
  return New;
}
void release(Value *Of) { delete Of; }
