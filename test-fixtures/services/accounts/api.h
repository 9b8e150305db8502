//===- api.h - The routes of the accounts service --------------*- C++ -*-===//
//
// Login, logout and who am I, over the sessions that the API owns.
//
//===----------------------------------------------------------------------===//
#ifndef ACCOUNTS_API_H
#define ACCOUNTS_API_H

#include "session_manager.h"
#include <httplib.h>

namespace accounts {

class Api {
public:
  void install(httplib::Server &server);

private:
  void login(const httplib::Request &request, httplib::Response &response);
  void whoami(const httplib::Request &request, httplib::Response &response);
  void logout(const httplib::Request &request, httplib::Response &response);

  SessionManager manager_;
};

} // namespace accounts

#endif
