//===- main.cpp - The accounts service ------------------------------------===//
//
//   accounts PORT
//
//===----------------------------------------------------------------------===//
#include "api.h"
#include <cstdlib>

int main(int argc, char **argv) {
  httplib::Server server;
  accounts::Api api;
  api.install(server);
  return server.listen("127.0.0.1", argc > 1 ? std::atoi(argv[1]) : 8080) ? 0
                                                                          : 1;
}
