#ifndef STORE_H
#define STORE_H

#include <map>
#include <memory>
#include <string>
#include <vector>

class Notes {
public:
  void add(const std::string &Line) { Lines.push_back(Line); }
  int size() const { return int(Lines.size()); }

private:
  std::vector<std::string> Lines;
};
struct Basket {
  int Items = 0;
};
class BasketStore {
public:
  Basket &of(const std::string &User) { return BasketsBad[User]; }

private:
  std::map<std::string, Basket> BasketsBad; // expect: stateless-session-map "BasketsBad" "'POST /basket'"
};
struct Texts {
  std::map<std::string, std::string> ByName;
};

namespace httplib {
class Server;
}
void installNotes(httplib::Server &App, std::shared_ptr<Notes> TheNotes);
void installBaskets(httplib::Server &App, const std::shared_ptr<BasketStore> &Store);
std::shared_ptr<Texts> loadTexts();

#endif
