//===- main.cpp - Sessions without a session store ------------------------===//
//
//   PORT=8080 PASSPORT_KEY=... passport
//
//===----------------------------------------------------------------------===//
#include "token.h"
#include <cstdlib>
#include <httplib.h>
#include <iostream>
#include <set>

using httplib::Request;
using httplib::Response;

static std::set<std::string> users;

static void readUsers(const char *list) {
  std::string name;
  for (; *list; ++list) {
    if (*list != ',') {
      name += *list;
      continue;
    }
    users.insert(name);
    name.clear();
  }
  users.insert(name);
}

static bool configure() {
  const char *key = std::getenv("PASSPORT_KEY");
  if (!key)
    return false;
  passport::setKey(key);
  const char *list = std::getenv("PASSPORT_USERS");
  readUsers(list ? list : "ada,grace");
  return true;
}

static void login(const Request &request, Response &response) {
  std::string user = request.get_param_value("user");
  if (users.count(user) == 0) {
    response.status = 401;
    return;
  }
  response.set_content(passport::sign(user) + "\n", "text/plain");
}

static void whoami(const Request &request, Response &response) {
  auto user = passport::verify(request.get_header_value("X-Token"));
  response.status = user ? 200 : 401;
  response.set_content(user.value_or("log in first") + "\n", "text/plain");
}

int main() {
  if (!configure()) {
    std::cerr << "passport: PASSPORT_KEY is not set\n";
    return 2;
  }
  httplib::Server server;
  server.Post("/login", login);
  server.Get("/whoami", whoami);
  const char *port = std::getenv("PORT");
  return server.listen("127.0.0.1", port ? std::atoi(port) : 8080) ? 0 : 1;
}
