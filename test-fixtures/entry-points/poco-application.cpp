// args: -std=c++17
// POCO's way to write a server: a class whose main the library calls. It is
// start-up until the server starts.
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Util/ServerApplication.h>
#include <iostream>
#include <string>

using namespace Poco::Net;

static int HitsBad; // expect: stateless-mutable-global "HitsBad" "'Hits::handleRequest'" confidence proven
// An overridden main is a method that the library calls: that it starts up is
// not known.
static std::string FP_Greeting; // expect: stateless-mutable-global "FP_Greeting"

class Hits : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &, HTTPServerResponse &Response) override {
    ++HitsBad;
    Response.send() << FP_Greeting;
  }
};

class Factory : public HTTPRequestHandlerFactory {
public:
  HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &) override { return new Hits(); }
};

class HitServer : public Poco::Util::ServerApplication {
protected:
  int main(const std::vector<std::string> &Arguments) override {
    FP_Greeting = Arguments.empty() ? "hello" : Arguments.front();
    HTTPServer Server(new Factory(), 8080);
    Server.start();
    waitForTerminationRequest();
    Server.stop();
    return EXIT_OK;
  }
};

POCO_SERVER_MAIN(HitServer)
