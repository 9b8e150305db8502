//===- httpsession.h - Stand-in for the real header ---*- C++ -*-===//
//
// QtWebApp's sessions.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <QString>

class QByteArray {
public:
  QByteArray(const char *data);
};

class QVariant {
public:
  QVariant(const char *text);
  QVariant(int number);
};

namespace stefanfrings {

class HttpSession {
public:
  void set(const QByteArray &key, const QVariant &value);
  void remove(const QByteArray &key);
  QVariant get(const QByteArray &key) const;
  bool contains(const QByteArray &key) const;
};

} // namespace stefanfrings
