//===- session_manager.cpp - Who is logged in -----------------------------===//
#include "session_manager.h"
#include <random>

namespace accounts {

static std::string makeToken() {
  static const char digits[] = "0123456789abcdef";
  std::random_device random;
  std::string token;
  for (int i = 0; i < 32; ++i)
    token += digits[random() % 16];
  return token;
}

std::string SessionManager::open(const std::string &user) {
  std::string token = makeToken();
  std::lock_guard<std::mutex> guard(mutex_);
  sessions_[token] = Session{user, 0};
  return token;
}

std::optional<Session> SessionManager::touch(const std::string &token) {
  std::lock_guard<std::mutex> guard(mutex_);
  auto found = sessions_.find(token);
  if (found == sessions_.end())
    return std::nullopt;
  ++found->second.requests;
  return found->second;
}

bool SessionManager::close(const std::string &token) {
  std::lock_guard<std::mutex> guard(mutex_);
  return sessions_.erase(token) != 0;
}

} // namespace accounts
