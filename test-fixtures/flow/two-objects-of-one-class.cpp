// args: -std=c++20
// Two objects of one class, both written while the program serves. What is
// written is known by field, so the finding on the singleton speaks for the
// other object as well, which is a miss.
extern "C" int accept(int, void *, void *);

struct Tally {
  int N = 0;
  void hit(int By) { N += By; }
};
static Tally FN_Other; // expect-missing: stateless-mutable-global
static Tally &one() {
  static Tally OneBad; // expect: stateless-stateful-singleton "keeps state: 'N'"
  return OneBad;
}

int main() {
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    FN_Other.hit(Client);
    one().hit(Client);
  }
}
