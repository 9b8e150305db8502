//===- Session.h - Stand-in for the real header ---*- C++ -*-===//
//
// Sessions of Poco's Data, with a database that their connector names.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstddef>
#include <string>

namespace Poco {
namespace Data {

class Session {
public:
  Session(const std::string &connector, const std::string &connectionString,
          std::size_t timeout = 60);
  Session(const std::string &connection, std::size_t timeout = 60);
  Session(const Session &);
};

class SessionPool {
public:
  SessionPool(const std::string &connector, const std::string &connectionString,
              int minSessions = 1, int maxSessions = 32);
};

namespace SQLite {
class Connector {
public:
  static const std::string KEY;
};
} // namespace SQLite
namespace MySQL {
class Connector {
public:
  static const std::string KEY;
};
} // namespace MySQL

} // namespace Data
} // namespace Poco
