//===- main.cpp - Quotes for paying customers -----------------------------===//
//
//   PORT=8080 REQUESTS_PER_MINUTE=60 quota
//
//===----------------------------------------------------------------------===//
#include "limiter.h"
#include <array>
#include <cstdlib>
#include <httplib.h>

static const std::array<const char *, 4> quotes = {
    "Simplicity is prerequisite for reliability.",
    "Premature optimization is the root of all evil.",
    "The cheapest component is the one that is not there.",
    "Make it work, make it right, make it fast."};

static int setting(const char *name, int otherwise) {
  const char *value = std::getenv(name);
  return value ? std::atoi(value) : otherwise;
}

int main() {
  quota::RateLimiter limiter(setting("REQUESTS_PER_MINUTE", 60),
                             std::chrono::seconds(60));
  httplib::Server server;

  // Before any route; health checks are free.
  server.set_pre_routing_handler([&limiter](const httplib::Request &request,
                                            httplib::Response &response) {
    if (request.path == "/health")
      return httplib::Server::HandlerResponse::Unhandled;
    int left = limiter.take(request.get_header_value("X-Api-Key"));
    if (left < 0) {
      response.status = 429;
      response.set_content("too many requests\n", "text/plain");
      return httplib::Server::HandlerResponse::Handled;
    }
    response.set_header("X-RateLimit-Remaining", std::to_string(left));
    return httplib::Server::HandlerResponse::Unhandled;
  });

  server.Get(R"(/quotes/(\d+))", [](const httplib::Request &request,
                                    httplib::Response &response) {
    size_t index = std::strtoul(request.matches[1].str().c_str(), nullptr, 10);
    response.set_content(quotes[index % quotes.size()], "text/plain");
  });
  server.Get("/quotes",
             [](const httplib::Request &, httplib::Response &response) {
               response.set_content(std::to_string(quotes.size()) + "\n",
                                    "text/plain");
             });
  server.Get("/health",
             [](const httplib::Request &, httplib::Response &response) {
               response.set_content("ok\n", "text/plain");
             });

  return server.listen("127.0.0.1", setting("PORT", 8080)) ? 0 : 1;
}
