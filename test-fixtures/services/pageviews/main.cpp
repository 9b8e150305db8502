//===- main.cpp - A site that counts its visitors -------------------------===//
//
//   pageviews PORT
//
//===----------------------------------------------------------------------===//
#include "views.h"
#include <cstdlib>
#include <httplib.h>
#include <iostream>

static const char imprint[] = "Example Ltd.\n";

int main(int argc, char **argv) {
  if (argc != 2) {
    std::cerr << "usage: pageviews PORT\n";
    return 2;
  }

  pageviews::PageStatistics statistics;
  httplib::Server server;

  server.Get(R"(/pages/(\w+))", [&](const httplib::Request &request,
                                    httplib::Response &response) {
    std::string page = request.matches[1];
    pageviews::countView();
    long views = statistics.seen(page);
    response.set_content("<h1>" + page + "</h1> seen " +
                             std::to_string(views) + " times\n",
                         "text/html");
  });

  server.Get("/statistics",
             [&](const httplib::Request &, httplib::Response &response) {
               response.set_content(statistics.report(), "text/plain");
             });

  server.Get("/statistics/total", [](const httplib::Request &,
                                     httplib::Response &response) {
    response.set_content(std::to_string(pageviews::totalViews.load()) + "\n",
                         "text/plain");
  });

  server.Get("/imprint",
             [](const httplib::Request &, httplib::Response &response) {
               response.set_content(imprint, "text/plain");
             });

  return server.listen("127.0.0.1", std::atoi(argv[1])) ? 0 : 1;
}
