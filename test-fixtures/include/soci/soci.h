//===- soci.h - Stand-in for the real header ---*- C++ -*-===//
//
// Sessions of SOCI, with a database that their backend names.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace soci {

class backend_factory {};
struct sqlite3_backend_factory : backend_factory {};
struct postgresql_backend_factory : backend_factory {};
extern sqlite3_backend_factory const sqlite3;
extern postgresql_backend_factory const postgresql;

class session {
public:
  session();
  session(backend_factory const &factory, std::string const &connectString);
  session(std::string const &backendName, std::string const &connectString);
  explicit session(std::string const &connectString);
  ~session();
  void open(backend_factory const &factory, std::string const &connectString);
  void open(std::string const &connectString);
};

} // namespace soci
