#ifndef STORE_H
#define STORE_H

#include <map>
#include <string>
#include <vector>

// Two kinds of state in one object: the map has a check of its own, the rest
// is the object's.
class Store {
public:
  void put(const std::string &User, int N) { CartsBad[User] += N; }
  void log(const std::string &Line) { Lines.push_back(Line); }
  int lines() const { return int(Lines.size()); }

private:
  std::map<std::string, int> CartsBad; // expect: stateless-session-map "CartsBad" "'PUT /cart'" confidence proven
  std::vector<std::string> Lines;
};
// Nothing but the map.
class Baskets {
public:
  void put(const std::string &User, int N) { BasketsBad[User] = N; }

private:
  std::map<std::string, int> BasketsBad; // expect: stateless-session-map "BasketsBad" "'PUT /basket'" confidence proven
};
void record(Store &Target, const std::string &Line);

#endif
