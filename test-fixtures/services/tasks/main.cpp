//===- main.cpp - The task service ----------------------------------------===//
//
//   tasks PORT
//
//===----------------------------------------------------------------------===//
#include "task_queue.h"
#include <cstdlib>
#include <httplib.h>
#include <memory>

using httplib::Request;
using httplib::Response;

static constexpr size_t largestTask = 4096;

static void install(httplib::Server &server,
                    std::shared_ptr<tasks::TaskQueue> queue) {
  server.Post("/tasks", [queue](const Request &request, Response &response) {
    if (request.body.size() > largestTask) {
      response.status = 413;
      return;
    }
    std::string id = std::to_string(queue->submit(request.body));
    response.status = 202;
    response.set_header("Location", "/tasks/" + id);
    response.set_content(id + "\n", "text/plain");
  });

  server.Get(R"(/tasks/(\d+))", [queue](const Request &request,
                                        Response &response) {
    std::string result;
    long id = std::strtol(request.matches[1].str().c_str(), nullptr, 10);
    switch (queue->look(id, result)) {
    case tasks::Progress::Unknown:
      response.status = 404;
      return;
    case tasks::Progress::Waiting:
      response.status = 202;
      return;
    case tasks::Progress::Done:
      response.set_content(result, "text/plain");
    }
  });

  server.Get("/limits", [](const Request &, Response &response) {
    response.set_content(std::to_string(largestTask) + "\n", "text/plain");
  });
}

int main(int argc, char **argv) {
  httplib::Server server;
  install(server, std::make_shared<tasks::TaskQueue>());
  return server.listen("127.0.0.1", argc > 1 ? std::atoi(argv[1]) : 8080) ? 0
                                                                          : 1;
}
