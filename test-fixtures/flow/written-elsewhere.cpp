// args: -std=c++20
// What somebody writes is the field of another object, or of what the instance
// refers to: the instance itself is no state.
#include <vector>
extern "C" int accept(int, void *, void *);

struct Tally {
  int N = 0;
  void hit(int By) { N += By; }
};
static Tally TalliedBad; // expect: stateless-mutable-global "written after start-up"

struct Slots {
  std::vector<Tally *> All;
  std::vector<Tally *>::iterator First;
};
static Slots &slots() {
  static Slots ReferringOk; // expect-benign: stateless-mutable-global "written only at start-up"
  return ReferringOk;
}
struct Count {
  int Sum = 0;
  void add(int By) { Sum += By; }
};
static Count &own() {
  static Count OwnBad; // expect: stateless-stateful-singleton "keeps state: 'Sum'"
  return OwnBad;
}

int main() {
  slots().All.push_back(&TalliedBad);
  slots().First = slots().All.begin();
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    (*slots().First)->hit(Client);
    own().add(Client);
  }
}
