//===- session.cpp - Who is logged in, and how often ----------------------===//
#include "session.h"
#include <random>

namespace shop {

SessionStore &SessionStore::instance() {
  static SessionStore Store;
  return Store;
}

std::string SessionStore::open(const std::string &User) {
  static const char Digits[] = "0123456789abcdef";
  thread_local std::mt19937_64 Random{std::random_device{}()};
  std::string Token;
  for (int I = 0; I < 32; ++I)
    Token += Digits[Random() % 16];
  std::lock_guard<std::mutex> Guard(Lock);
  SessionsByToken[Token] = Session{User};
  return Token;
}

Session *SessionStore::find(const std::string &Token) {
  std::lock_guard<std::mutex> Guard(Lock);
  auto It = SessionsByToken.find(Token);
  return It == SessionsByToken.end() ? nullptr : &It->second;
}

Limiter &Limiter::get() {
  static Limiter TheLimiter;
  return TheLimiter;
}

bool Limiter::admit() {
  if (++Admitted > 100000)
    Tripped = true;
  return !Tripped;
}

} // namespace shop
