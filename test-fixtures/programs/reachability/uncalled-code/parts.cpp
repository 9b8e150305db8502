#include "parts.h"
#include <dirent.h>
#include <string>
#include <vector>

static int UsedBad; // expect: stateless-mutable-global "written after start-up by 'used'" "'GET /used'" confidence proven
// Written by code that no route, no thread and no start-up is known to reach. In
// a whole program that does not run, unless something that is not seen may ask
// for it: a virtual table, an instantiation, a lambda of a function that runs.
static int UnusedOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int PluginsBad; // expect: stateless-mutable-global "written after start-up by 'Plugin::run'" confidence likely
static int StaticOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int LambdaBad; // expect: stateless-mutable-global "LambdaBad" "lambda in 'used'" confidence likely
static int TemplateBad; // expect: stateless-mutable-global "written after start-up by 'never'" confidence likely
static int BothBad; // expect: stateless-mutable-global "written after start-up by 'used'" "'GET /used'" confidence proven

static void lonely() { ++StaticOk; }
void used() {
  ++UsedBad; // expect-fact: write UsedBad
  BothBad = UsedBad;
  // Made, but neither called nor kept.
  auto Later = [] { ++LambdaBad; }; // expect-fact: write LambdaBad
  (void)Later;
}
void unused() {
  BothBad = 0;
  unusedToo();
}
void unusedToo() { ++UnusedOk; }
void Plugin::run() { ++PluginsBad; } // expect-fact: write PluginsBad
template <class T> void never(T) { ++TemplateBad; } // expect-fact: write TemplateBad

// A container calls members by the standard's names only.
static int AddedOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int SizeBad; // expect: stateless-mutable-global "SizeBad" confidence likely
static int LockedBad; // expect: stateless-mutable-global "LockedBad" confidence likely
struct Page {
  std::string Text;
  void addLine() { ++AddedOk; }
  int size() { return ++SizeBad; }
  void lock() { ++LockedBad; }
};
static std::vector<Page> Pages; // expect-benign: stateless-mutable-global "never written"
// No standard template finds a function by arguments that are its own.
static int StoredOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
void storeText(const std::string &Text, const std::vector<int> &) { StoredOk = int(Text.size()); }

// Who hands a function over must run.
static int FilteredOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int LaterBad; // expect: stateless-mutable-global "LaterBad"
static int EitherBad; // expect: stateless-mutable-global "EitherBad"
extern "C" void keepForLater(void (*)());
static int filter(const dirent *) { return ++FilteredOk; }
static void later() { ++LaterBad; }
static void either() { ++EitherBad; }
int countFiles() {
  dirent **Names = nullptr;
  keepForLater(either);
  return scandir("/proc", &Names, filter, alphasort);
}
void begin() {
  keepForLater(later);
  keepForLater(either);
}
