//===- main.cpp - The document service ------------------------------------===//
//
//   PORT=8080 DOCUMENTS_DIR=/var/lib/documents documents
//
//===----------------------------------------------------------------------===//
#include "storage.h"
#include <cstdlib>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

static std::string setting(const char *name, const char *otherwise) {
  const char *value = std::getenv(name);
  return value ? value : otherwise;
}

static void notFound(Response &response) {
  response.status = 404;
  response.set_content("no such document\n", "text/plain");
}

int main() {
  const documents::Storage storage(
      setting("DOCUMENTS_DIR", "/var/lib/documents"));
  httplib::Server server;

  server.Put(R"(/documents/([\w-]+))",
             [&storage](const Request &request, Response &response) {
               bool isNew = storage.put(request.matches[1], request.body);
               response.status = isNew ? 201 : 204;
             });
  server.Get(R"(/documents/([\w-]+))",
             [&storage](const Request &request, Response &response) {
               auto content = storage.get(request.matches[1]);
               if (!content)
                 return notFound(response);
               response.set_content(*content, "text/plain");
             });
  server.Delete(R"(/documents/([\w-]+))",
                [&storage](const Request &request, Response &response) {
                  if (!storage.remove(request.matches[1]))
                    return notFound(response);
                  response.status = 204;
                });
  server.Get("/documents", [&storage](const Request &, Response &response) {
    std::string text;
    for (const std::string &name : storage.list())
      text += name + "\n";
    response.set_content(text, "text/plain");
  });
  server.Post("/convert", [](const Request &request, Response &response) {
    auto text = documents::convert(request.body);
    response.status = text ? 200 : 500;
    response.set_content(text.value_or("no space\n"), "text/plain");
  });

  int port = std::atoi(setting("PORT", "8080").c_str());
  return server.listen("127.0.0.1", port) ? 0 : 1;
}
