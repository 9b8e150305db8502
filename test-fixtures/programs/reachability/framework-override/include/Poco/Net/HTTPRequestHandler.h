// As much of POCO's request handlers as the fixture uses; names and signatures
// are the library's.
#ifndef FIXTURES_POCO_HTTP_REQUEST_HANDLER_H
#define FIXTURES_POCO_HTTP_REQUEST_HANDLER_H

#include <iostream>
#include <string>

namespace Poco {
namespace Net {

class HTTPServerRequest {
public:
  const std::string &getURI() const { return Uri; }
  std::istream &stream() { return std::cin; }

private:
  std::string Uri;
};
class HTTPServerResponse {
public:
  enum HTTPStatus { HTTP_OK = 200, HTTP_NOT_FOUND = 404 };
  void setStatus(HTTPStatus S) { Status = S; }
  std::ostream &send() { return std::cout; }

private:
  HTTPStatus Status = HTTP_OK;
};
class HTTPRequestHandler {
public:
  virtual ~HTTPRequestHandler() = default;
  virtual void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) = 0;
};
class HTTPRequestHandlerFactory {
public:
  virtual ~HTTPRequestHandlerFactory() = default;
  virtual HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &request) = 0;
};

} // namespace Net
} // namespace Poco

#endif
