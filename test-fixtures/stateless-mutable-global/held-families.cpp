// What is held by a pointer to a base is of a derived class: its fields are
// told, though the base has none.
#include <httplib.h>
#include <map>
#include <memory>
#include <string>

using httplib::Request, httplib::Response;

namespace {
class Repository {
public:
  virtual ~Repository() = default;
  virtual void put(const std::string &Text) = 0;
};
class InMemory : public Repository {
public:
  void put(const std::string &Text) override { Rows[Text] = 1; }

private:
  std::map<std::string, int> Rows;
};
class Passing : public Repository {
public:
  void put(const std::string &) override {}
};

class Plain {
public:
  int Value = 0;
};
class Counting : public Plain {
public:
  void count() { ++Hits; }
  int Hits = 0;
};

class Service {
public:
  explicit Service(std::unique_ptr<Repository> To) : To(std::move(To)) {}
  void handle(const Request &Q) { To->put(Q.body); }

private:
  std::unique_ptr<Repository> To;
};
} // namespace

int main() {
  httplib::Server Server;
  // expect@+1: stateless-mutable-global "keeps state: 'InMemory::Rows'" "'POST /unique'"
  std::unique_ptr<Repository> UniqueBad = std::make_unique<InMemory>();
  // expect@+1: stateless-mutable-global "keeps state: 'InMemory::Rows'" "'POST /field'"
  Service FieldBad(std::make_unique<InMemory>());
  Plain ExactOk;
  Counting CountsBad; // expect: stateless-mutable-global "keeps state: 'Counting::Hits'"
  Server.Post("/unique", [&](const Request &Q, Response &) { UniqueBad->put(Q.body); });
  Server.Post("/field", [&](const Request &Q, Response &) { FieldBad.handle(Q); });
  Server.Get("/exact", [&](const Request &, Response &R) { R.set_content(std::to_string(ExactOk.Value), "text/plain"); });
  Server.Get("/count", [&](const Request &, Response &) { CountsBad.count(); });
  Server.listen("0.0.0.0", 80);
}
