// What searches a text gives out a part of it, and writes nothing.
#include <cstring>
#include <cwchar>
extern "C" int accept(int, void *, void *);

static char RouteOk[64];   // expect-benign: stateless-mutable-global "only at start-up"
static char TableOk[64];   // expect-benign: stateless-mutable-global "only at start-up"
static wchar_t WideOk[64]; // expect-benign: stateless-mutable-global "only at start-up"
static char CutBad[64];    // expect: stateless-mutable-global "CutBad" "request loop"

int main(int, char **Args) {
  std::strcpy(RouteOk, Args[0]);
  strcpy(TableOk, Args[0]);
  strcpy(CutBad, Args[0]);
  WideOk[0] = L'a';
  bool Found = false;
  for (;;) {
    if (accept(3, nullptr, nullptr) < 0)
      return Found;
    Found = strrchr(RouteOk, '/') || std::strchr(RouteOk, ':') || strpbrk(TableOk, " ") ||
            memchr(TableOk, 'x', sizeof TableOk) || std::strstr(RouteOk, "..") ||
            std::wcschr(WideOk, L'b');
    if (char *End = strchr(CutBad, ';'))
      *End = 0;
  }
}
