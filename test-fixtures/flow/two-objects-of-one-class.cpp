// args: -std=c++20
// Two objects of one class, both written while the program serves: a finding on
// one of them says nothing of the other.
extern "C" int accept(int, void *, void *);

struct Tally {
  int N = 0;
  void hit(int By) { N += By; }
};
static Tally OtherBad; // expect: stateless-mutable-global "'OtherBad' is written after start-up"
static Tally &one() {
  static Tally OneBad; // expect: stateless-stateful-singleton "keeps state: 'N'"
  return OneBad;
}

int main() {
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    OtherBad.hit(Client);
    one().hit(Client);
  }
}
