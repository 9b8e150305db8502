#ifndef STORE_H
#define STORE_H

#include <httplib.h>
#include <map>
#include <string>

struct Profile {
  int Age = 0;
};
// The map is the base's, the object is of the class that derives from it.
class Store {
public:
  virtual ~Store() = default;
  void put(const std::string &Name, int Age);
  virtual int most() const { return 0; }

protected:
  std::map<std::string, Profile> ProfilesBad; // expect: stateless-session-map "ProfilesBad" "'PUT /profile'" "kept alive by 'TheStore' in 'main'"
};
class NamedStore : public Store {
public:
  explicit NamedStore(std::string Name) : Name(std::move(Name)) {}
  int most() const override { return int(Name.size()); }

private:
  std::string Name;
};
// A base with the same kind of map, of which a request makes its own object.
class Draft {
protected:
  std::map<std::string, Profile> ProfilesOk;
};
class Form : private Draft {
public:
  int fill(const std::string &Name) { return ++ProfilesOk[Name].Age; }
};
// Counts in the base, by a method that the derived class inherits.
template <class T> class Counted {
public:
  int count() { return ++Count; }

private:
  int Count = 0;
};
class Door : public Counted<Door> {};

void install(httplib::Server &App, Store &Target);

#endif
