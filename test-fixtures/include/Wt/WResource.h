//===- WResource.h - Stand-in for the real header ---*- C++ -*-===//
//
// Wt's resources, which answer plain HTTP requests.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <ostream>
#include <string>

namespace Wt {

class WObject {
public:
  virtual ~WObject();
};

namespace Http {
class Request {
public:
  std::string path() const;
  const std::string *getParameter(const std::string &name) const;
};
class Response {
public:
  void setStatus(int status);
  std::ostream &out();
};
} // namespace Http

class WResource : public WObject {
public:
  WResource();
  virtual ~WResource();
  virtual void handleRequest(const Http::Request &request,
                             Http::Response &response) = 0;
  virtual void handleAbort(const Http::Request &request);

protected:
  void beingDeleted();
};

} // namespace Wt
