// args: -std=c++20 -isystem {fixtures}/include
// What a library constructs by a constructor template: nobody else instantiates
// it, for bodies of libraries are not read.
#include <functional>
#include <httplib.h>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using httplib::Request;
using httplib::Response;
using Handler = std::function<void(const std::string &)>;

struct Session {
  virtual ~Session() = default;
  virtual void handle(const std::string &) = 0;
};

struct Forwarding : Session {
  Handler Run;
  template <class X> Forwarding(int, X &&Given) : Run(std::forward<X>(Given)) {}
  void handle(const std::string &Q) override { Run(Q); }
};
struct Copying : Session {
  Handler Run;
  template <class X> Copying(int, const X &Given) : Run(Given) {}
  void handle(const std::string &Q) override { Run(Q); }
};
struct ByValue : Session {
  Handler Run;
  template <class X> ByValue(int, X Given) : Run(Given) {}
  void handle(const std::string &Q) override { Run(Q); }
};
struct Moving : Session {
  Handler Run;
  template <class X> Moving(int, X Given) : Run(std::move(Given)) {}
  void handle(const std::string &Q) override { Run(Q); }
};
struct Braces : Session {
  Handler Run;
  template <class X> Braces(int, X &&Given) : Run{std::forward<X>(Given)} {}
  void handle(const std::string &Q) override { Run(Q); }
};
template <class H> struct Typed : Session {
  H Run;
  template <class X> Typed(int, X &&Given) : Run(std::forward<X>(Given)) {}
  void handle(const std::string &Q) override { Run(Q); }
};
template <class H> std::shared_ptr<Session> typed(H &&Run) {
  return std::make_shared<Typed<std::decay_t<H>>>(1, std::forward<H>(Run));
}
struct Item {
  Handler Run;
  template <class X> explicit Item(X &&Given) : Run(std::forward<X>(Given)) {}
};

// The project itself instantiates it, for another type.
struct Twice : Session {
  Handler Run;
  template <class X> Twice(int, X &&Given) : Run(std::forward<X>(Given)) {}
  void handle(const std::string &Q) override { Run(Q); }
};
static Twice Other(1, [](const std::string &) {});
static std::shared_ptr<Session> twice(Handler Run) {
  return std::make_shared<Twice>(1, Run);
}

static std::shared_ptr<Session> forwarding(Handler Run) {
  return std::make_shared<Forwarding>(1, Run);
}
static std::unique_ptr<Session> copying(Handler Run) {
  return std::make_unique<Copying>(1, Run);
}
static std::shared_ptr<Session> byValue(Handler Run) {
  return std::make_shared<ByValue>(1, Run);
}
static std::shared_ptr<Session> moving(Handler Run) {
  return std::make_shared<Moving>(1, std::move(Run));
}
static std::shared_ptr<Session> braces(Handler Run) {
  return std::make_shared<Braces>(1, std::move(Run));
}

struct Store {
  std::string Last; // The local that holds it is told.
  void add(const std::string &Text) { Last += Text; }
};

int main() {
  static Store ForwardBad; // expect: stateless-mutable-global "on 'GET /forward'"
  static Store TwiceBad; // expect: stateless-mutable-global "on 'GET /twice'"
  static Store CopyBad; // expect: stateless-mutable-global "on 'GET /copy'"
  static Store ValueBad; // expect: stateless-mutable-global "on 'GET /value'"
  static Store MoveBad; // expect: stateless-mutable-global "on 'GET /move'"
  static Store BraceBad; // expect: stateless-mutable-global "on 'GET /brace'"
  static Store ItemBad; // expect: stateless-mutable-global "on 'GET /item'"
  static Store OptionalBad; // expect: stateless-mutable-global "on 'GET /optional'"
  // Its closure is taken for those of the others, too: more routes are told.
  Store TypedBad; // expect: stateless-mutable-global "keeps state: 'Store::Last'"
  httplib::Server S;
  auto Forward = forwarding([](const std::string &Q) { ForwardBad.add(Q); });
  auto Again = twice([](const std::string &Q) { TwiceBad.add(Q); });
  auto Copy = copying([](const std::string &Q) { CopyBad.add(Q); });
  auto Value = byValue([](const std::string &Q) { ValueBad.add(Q); });
  auto Move = moving([](const std::string &Q) { MoveBad.add(Q); });
  auto Brace = braces([](const std::string &Q) { BraceBad.add(Q); });
  auto Type = typed([&](const std::string &Q) { TypedBad.add(Q); });
  Handler ToList = [](const std::string &Q) { ItemBad.add(Q); };
  Handler ToOptional = [](const std::string &Q) { OptionalBad.add(Q); };
  std::list<Item> Items;
  Items.emplace_back(ToList);
  std::optional<Item> Maybe;
  Maybe.emplace(ToOptional);
  S.Get("/forward", [&](const Request &Q, Response &) { Forward->handle(Q.body); });
  S.Get("/twice", [&](const Request &Q, Response &) { Again->handle(Q.body); });
  S.Get("/copy", [&](const Request &Q, Response &) { Copy->handle(Q.body); });
  S.Get("/value", [&](const Request &Q, Response &) { Value->handle(Q.body); });
  S.Get("/move", [&](const Request &Q, Response &) { Move->handle(Q.body); });
  S.Get("/brace", [&](const Request &Q, Response &) { Brace->handle(Q.body); });
  S.Get("/typed", [&](const Request &Q, Response &) { Type->handle(Q.body); });
  S.Get("/item", [&](const Request &Q, Response &) { Items.front().Run(Q.body); });
  S.Get("/optional", [&](const Request &Q, Response &) { Maybe->Run(Q.body); });
  S.listen("0.0.0.0", 80);
}
