// args: -std=c++17 -isystem {fixtures}/include
#include "state.h"
#include <httplib.h>

static void (*Drop)(const char *, bool) = drop;
static void (*Table[])(bool) = {called};

int LambdaBad = 0; // expect: stateless-mutable-global "LambdaBad"

int main() {
  httplib::Server S;
  Derived D;
  Base &B = D;
  auto Closure = [](bool Count) {
    if (Count)
      ++LambdaBad;
  };
  S.Get("/", [&](const httplib::Request &Q, httplib::Response &R) {
    visit(false, 1);
    visit(false, 2);
    between(false);
    byDefault(3);
    choose(2);
    choose(Mode::Read);
    asked(Q.has_param("count"));
    changed(false);
    byPointer(0);
    Table[0](true);
    B.run(true);
    recursive(0);
    for (int I = 0; I < 99; ++I)
      many(I);
    other(1);
    other(2);
    Closure(true);
    send("/srv/index.html", false); // expect-benign: stateless-local-file-write "unlink"
    send("/srv/upload.part", true); // expect: stateless-local-file-write "'unlink' deletes '/srv/upload.part', outside the writable roots"
    drop("/srv/shown.html", false); // expect-benign: stateless-local-file-write "unlink"
    Drop("/srv/hidden.html", true);
    save(Q.body, false);
    store(Q.body, 0);
    store(Q.body, Q.body.size());
    R.set_content(std::to_string(sum() + LambdaBad), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
