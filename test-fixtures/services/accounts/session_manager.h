//===- session_manager.h - Who is logged in --------------------*- C++ -*-===//
//
// Hands out tokens and knows whom they belong to. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef ACCOUNTS_SESSION_MANAGER_H
#define ACCOUNTS_SESSION_MANAGER_H

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace accounts {

struct Session {
  std::string user;
  int requests = 0;
};

class SessionManager {
public:
  /// The token of a new session.
  std::string open(const std::string &user);

  /// The session behind a token, with this request counted.
  std::optional<Session> touch(const std::string &token);

  bool close(const std::string &token);

private:
  std::mutex mutex_;
  std::unordered_map<std::string, Session> sessions_;
};

} // namespace accounts

#endif
