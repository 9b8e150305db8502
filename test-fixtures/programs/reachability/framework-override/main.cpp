// args: -std=c++17 -isystem {fixtures}/programs/reachability/framework-override/include
// The way in is a method that overrides one of the framework.
#include "handlers.h"
#include <Poco/Net/HTTPServer.h>
#include <iostream>

static int MadeBad; // expect: stateless-mutable-global "on 'Factory::createRequestHandler'" confidence proven
static int PortOk = 8080; // expect-benign: stateless-mutable-global "start-up"

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
  Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &Req) override {
    ++MadeBad; // expect-fact: write MadeBad
    if (Req.getURI() == "/one")
      return new shop::OneHandler;
    if (Req.getURI() == "/two")
      return new shop::TwoHandler;
    return new shop::CountHandler;
  }
};

int main(int Argc, char **) {
  if (Argc > 1)
    PortOk = 9090;
  Poco::Net::HTTPServer Server(new Factory, static_cast<unsigned short>(PortOk));
  Server.start();
  std::cin.get();
  Server.stop();
}
