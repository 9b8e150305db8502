//===- civetweb.h - Stand-in for the real header ---*- C++ -*-===//
//
// CivetWeb's helper that stores the body of a request.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

struct mg_connection;

long long mg_store_body(struct mg_connection *conn, const char *path);

#ifdef __cplusplus
}
#endif
