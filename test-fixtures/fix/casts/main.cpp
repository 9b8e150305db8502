// A cast in another unit may write what is handed on as const.
#include "other.h"
#include <cstdio>
#include <string>
#include <vector>

struct Named {
  char Text[8] = "named";
};

static Settings Poked;
static char Touched[] = "touched";
static Named Holds;
static Settings OnlyRead; // fix: static const Settings OnlyRead
static char OnlyIndexed[] = "text"; // fix: static const char OnlyIndexed[]
static std::vector<int> Unrelated{1}; // fix: static const std::vector<int> Unrelated
static std::string Chars = "chars"; // its data() is a const char *

static int first(const Named &N) { return touch(N.Text); }

int main() {
  int Sum = poke(Poked) + touch(Touched) + first(Holds) + OnlyRead.Level + OnlyIndexed[1];
  std::printf("%d %zu\n", Sum, Unrelated.size() + Chars.size());
  return 0;
}
