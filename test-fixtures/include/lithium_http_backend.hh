//===- lithium_http_backend.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Lithium's sessions, in memory or in a database.
// Declarations, and empty bodies of templates, for fixtures that are compiled but
// never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace li {

template <typename... F> struct hashmap_http_session {
  hashmap_http_session(std::string cookie_name, F... fields) {}
};

template <typename Db, typename... F> struct sql_http_session {
  sql_http_session(Db &db, std::string table, std::string cookie_name,
                   F... fields) {}
};

} // namespace li
