//===- api.cpp - The routes of the accounts service -----------------------===//
#include "api.h"
#include <map>

namespace accounts {

static const std::map<std::string, std::string> passwords = {
    {"ada", "engine"}, {"grace", "compiler"}};

/// The value of the cookie 'sid', or nothing.
static std::string tokenOf(const httplib::Request &request) {
  std::string cookies = request.get_header_value("Cookie");
  auto start = cookies.find("sid=");
  if (start == std::string::npos)
    return "";
  start += 4;
  return cookies.substr(start, cookies.find(';', start) - start);
}

static void refuse(httplib::Response &response) {
  response.status = 401;
  response.set_content("log in first\n", "text/plain");
}

void Api::install(httplib::Server &server) {
  server.Post("/login", [this](const httplib::Request &request,
                               httplib::Response &response) {
    login(request, response);
  });
  server.Get("/whoami", [this](const httplib::Request &request,
                               httplib::Response &response) {
    whoami(request, response);
  });
  server.Post("/logout", [this](const httplib::Request &request,
                                httplib::Response &response) {
    logout(request, response);
  });
  server.Get("/health",
             [](const httplib::Request &, httplib::Response &response) {
               response.set_content("ok\n", "text/plain");
             });
}

void Api::login(const httplib::Request &request, httplib::Response &response) {
  auto user = request.get_param_value("user");
  auto known = passwords.find(user);
  if (known == passwords.end() ||
      known->second != request.get_param_value("password"))
    return refuse(response);
  response.set_header("Set-Cookie", "sid=" + manager_.open(user) + "; HttpOnly");
  response.set_content("welcome, " + user + "\n", "text/plain");
}

void Api::whoami(const httplib::Request &request,
                 httplib::Response &response) {
  auto session = manager_.touch(tokenOf(request));
  if (!session)
    return refuse(response);
  response.set_content(session->user + ", request " +
                           std::to_string(session->requests) + "\n",
                       "text/plain");
}

void Api::logout(const httplib::Request &request,
                 httplib::Response &response) {
  if (!manager_.close(tokenOf(request)))
    return refuse(response);
  response.status = 204;
}

} // namespace accounts
