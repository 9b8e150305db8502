//===- session.h - Who is logged in, and how often ------------*- C++ -*-===//
//
// Two classes that make the service stateful, as they are often written. They
// know nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef SHOP_SESSION_H
#define SHOP_SESSION_H

#include <mutex>
#include <string>
#include <unordered_map>

namespace shop {

struct Session {
  std::string User;
  int ItemsInCart = 0;
};

/// Every replica has its own: a user whose next request meets another replica
/// is logged out.
class SessionStore {
public:
  static SessionStore &instance();

  std::string open(const std::string &User);
  Session *find(const std::string &Token);

private:
  SessionStore() = default;

  std::mutex Lock;
  std::unordered_map<std::string, Session> SessionsByToken;
};

/// Restarts at zero whenever the process does.
class Limiter {
public:
  static Limiter &get();
  bool admit();

private:
  int Admitted = 0;
  bool Tripped = false;
};

} // namespace shop

#endif
