// Runs: writes outside of main: initialisers, constructors, destructors, lambdas.
#include <cstdio>
#include <fstream>
#include <string>

static bool touch(const char *Path) {
  std::ofstream Out(Path, std::ios::app);
  return Out.good();
}

static const bool Started = touch("before-main.txt"); // expect: stateless-local-file-write "before-main.txt"
static const bool Scratched = touch("/tmp/st-oracle-before");

class Trace {
public:
  Trace() : Out("trace-begin.txt") {} // expect: stateless-local-file-write "trace-begin.txt"
  ~Trace() { touch("trace-end.txt"); } // expect: stateless-local-file-write "trace-end.txt"
  void add(int Value) { Out << Value; }

private:
  std::ofstream Out;
};

template <class T> static void dumpBad(const T &Value) {
  std::ofstream Out("dump.txt"); // expect: stateless-local-file-write "dump.txt"
  Out << Value;
}

static void lambdaBad() {
  const std::string Path = "lambda.txt";
  auto Save = [&Path](int Value) {
    std::ofstream Out(Path); // expect: stateless-local-file-write "lambda.txt"
    Out << Value;
  };
  Save(1);
}

#define LOG_TO(PATH, TEXT)                                                     \
  do {                                                                         \
    if (std::FILE *F = std::fopen((PATH), "a")) {                              \
      std::fputs((TEXT), F);                                                   \
      std::fclose(F);                                                          \
    }                                                                          \
  } while (0)

static void macroBad() {
  LOG_TO("macro.log", "x\n"); // expect: stateless-local-file-write "macro.log"
}

static void macroOk() {
  LOG_TO("/tmp/st-oracle-before", "x\n");
  std::remove("/tmp/st-oracle-before");
}

int main() {
  Trace T;
  T.add(1);
  dumpBad(1);
  dumpBad("text");
  lambdaBad();
  macroBad();
  macroOk();
  return Started && Scratched ? 0 : 1;
}
