// args: -std=c++20 -isystem {fixtures}/include
// Whose address somebody has, in whatever shape, may run.
#include "setters.h"
#include <httplib.h>
#include <iterator>

extern "C" void *lookup(const char *Name, void *What);
using Fn = void (*)();
struct Row { const char *Name; Fn Do; };
static const Row Rows[] = {{"b", setInTable}};
static void *const Table[] = {(void *)setAsPointer};
template <class T> void keep(T V) { lookup("x", reinterpret_cast<void *>(V)); }

int main(int N, char **) {
  keep(&setInTemplate);
  void (Setter::*Member)() = &Setter::setByMember;
  lookup("y", &Member);
  unsigned long Number = (unsigned long)&Setter::setAsNumber;
  Fn Local = N > 2 ? setByChoice : nullptr;
  lookup("z", (void *)Number);
  httplib::Server S;
  S.Get("/", [&](const httplib::Request &, httplib::Response &R) {
    if (Table[0]) ((Fn)lookup("a", nullptr))();
    Rows[0].Do();
    Local();
    R.status = sum() + int(std::size(Box()));
  });
  S.listen("", 1);
}
