//===- main.cpp - Factors and primes for everybody ------------------------===//
//
//   factors PORT
//
//===----------------------------------------------------------------------===//
#include "arithmetic.h"
#include <cstdlib>
#include <httplib.h>

int main(int argc, char **argv) {
  httplib::Server server;
  factors::PrimeTable table;

  server.Get(R"(/factors/(\d{1,12}))", [](const httplib::Request &request,
                                          httplib::Response &response) {
    uint64_t number = std::stoull(request.matches[1]);
    response.set_content(factors::factorsOf(number) + "\n", "text/plain");
  });

  server.Get(R"(/primes/(\d{1,4}))", [&table](const httplib::Request &request,
                                              httplib::Response &response) {
    size_t index = std::stoul(request.matches[1]);
    response.set_content(std::to_string(table.at(index)) + "\n", "text/plain");
  });

  return server.listen("127.0.0.1", argc > 1 ? std::atoi(argv[1]) : 8080) ? 0
                                                                          : 1;
}
