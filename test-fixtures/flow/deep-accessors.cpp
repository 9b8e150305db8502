// A reference that nine accessors hand on.
struct Settings {
  int V;
};
static Settings DeepBad; // expect: stateless-stateful-singleton "keeps state"
Settings &a0() { return DeepBad; }
Settings &a1() { return a0(); }
Settings &a2() { return a1(); }
Settings &a3() { return a2(); }
Settings &a4() { return a3(); }
Settings &a5() { return a4(); }
Settings &a6() { return a5(); }
Settings &a7() { return a6(); }
Settings &a8() { return a7(); }
void write() { a8().V = 1; }
int main() {
  for (;;)
    write();
}
