#ifndef HANDLERS_H
#define HANDLERS_H

#include <Poco/Net/HTTPRequestHandler.h>

namespace shop {

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

// The framework calls it for each request.
class CountHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &Req, HTTPServerResponse &Res) override;

private:
  // The handler lives as long as its request.
  int StepsOk = 0;
};

// A base of the project's own, whose handlers fill in a part.
class BaseHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &Req, HTTPServerResponse &Res) final;

protected:
  virtual void respond(HTTPServerResponse &Res) = 0;
};
class OneHandler : public BaseHandler {
protected:
  void respond(HTTPServerResponse &Res) override;
};
class TwoHandler : public BaseHandler {
protected:
  void respond(HTTPServerResponse &Res) override;
};

} // namespace shop

#endif
