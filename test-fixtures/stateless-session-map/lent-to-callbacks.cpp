// args: -std=c++20 -isystem {fixtures}/include
// An object lends its tables to code that it is given: that code writes them.
#include <functional>
#include <httplib.h>
#include <memory>
#include <set>
#include <string>

using httplib::Request;
using httplib::Response;
using Ids = std::set<std::string>;

struct Person {
  Ids RoomsBad; // expect: stateless-session-map "'Person::RoomsBad' is written after start-up by 'Person::edit'"
  Ids UserIdsBad; // expect: stateless-session-map "'Person::UserIdsBad' is written after start-up by 'Person::byPointer'"
  Ids UsersBad; // expect: stateless-session-map "'Person::UsersBad' is written after start-up by 'Person::byTemplate'"
  Ids SessionsBad; // expect: stateless-session-map "'Person::SessionsBad' is written after start-up by 'Person::byObject'"
  Ids TokensOk; // expect-benign: stateless-session-map "never written"
  void edit(std::function<void(Ids &)> Edit) { Edit(RoomsBad); }
  void byPointer(void (*Edit)(Ids &)) { Edit(UserIdsBad); }
  template <class F> void byTemplate(F Edit) { Edit(UsersBad); }
  struct Editor {
    virtual ~Editor() = default;
    virtual void edit(Ids &) = 0;
  };
  void byObject(Editor &By) { By.edit(SessionsBad); }
  size_t look(std::function<size_t(const Ids &)> Look) const { return Look(TokensOk); }
};

struct Adder : Person::Editor {
  void edit(Ids &To) override { To.insert("x"); }
};
static void add(Ids &To) { To.insert("x"); }

// Behind a pointer to its implementation, with a deleter of its own.
struct Hidden {
  Ids RoomIdsBad; // expect: stateless-session-map "'Hidden::RoomIdsBad' is written after start-up by 'Hub::edit'"
};
struct Free {
  void operator()(Hidden *Of) const { delete Of; }
};
class Hub {
public:
  Hub() : Impl(new Hidden) {}
  void edit(std::function<void(Ids &)> Edit) { Edit(Impl->RoomIdsBad); }
  size_t size() const { return Impl->RoomIdsBad.size(); }

private:
  std::unique_ptr<Hidden, Free> Impl;
};

static Person Owner;
static Hub Group;

int main() {
  httplib::Server S;
  S.Post("/edit", [](const Request &Q, Response &) {
    Owner.edit([&](Ids &To) { To.insert(Q.body); });
    Owner.byPointer(add);
    Owner.byTemplate([&](Ids &To) { To.insert(Q.body); });
    Adder By;
    Owner.byObject(By);
    Group.edit([&](Ids &To) { To.insert(Q.body); });
  });
  S.Get("/", [](const Request &, Response &R) {
    size_t Count = Owner.RoomsBad.size() + Owner.UserIdsBad.size() + Owner.UsersBad.size() + Owner.SessionsBad.size();
    Count += Owner.look([](const Ids &In) { return In.size(); }) + Group.size();
    R.set_content(std::to_string(Count), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
