//===- main.cpp - The address shortener -----------------------------------===//
//
//   shortener PORT
//
//===----------------------------------------------------------------------===//
#include "link_repository.h"
#include <atomic>
#include <cstdlib>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

namespace shortener {

namespace metrics {
static std::atomic<long> redirects{0};
} // namespace metrics

class Service {
public:
  explicit Service(std::unique_ptr<LinkRepository> links)
      : links_(std::move(links)) {
    server_.Post("/links", [this](const Request &request, Response &response) {
      shorten(request, response);
    });
    server_.Get(R"(/(\d+))", [this](const Request &request,
                                    Response &response) {
      redirect(request, response);
    });
    server_.Get("/metrics", [](const Request &, Response &response) {
      response.set_content("redirects_total " +
                               std::to_string(metrics::redirects) + "\n",
                           "text/plain");
    });
    server_.Get("/robots.txt", [](const Request &, Response &response) {
      response.set_content("User-agent: *\nDisallow: /\n", "text/plain");
    });
  }

  bool run(int port) { return server_.listen("127.0.0.1", port); }

private:
  void shorten(const Request &request, Response &response) {
    if (request.body.rfind("https://", 0) != 0) {
      response.status = 400;
      response.set_content("https only\n", "text/plain");
      return;
    }
    response.status = 201;
    response.set_content("/" + links_->save(request.body) + "\n",
                         "text/plain");
  }

  void redirect(const Request &request, Response &response) {
    auto address = links_->find(request.matches[1]);
    if (!address) {
      response.status = 404;
      return;
    }
    ++metrics::redirects;
    response.set_redirect(*address);
  }

  std::unique_ptr<LinkRepository> links_;
  httplib::Server server_;
};

} // namespace shortener

int main(int argc, char **argv) {
  shortener::Service service(shortener::makeRepository());
  return service.run(argc > 1 ? std::atoi(argv[1]) : 8080) ? 0 : 1;
}
