//===- consoleappender.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of log4cxx's console appender that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <log4cxx/fileappender.h>

namespace log4cxx {

class ConsoleAppender : public Appender {
public:
  explicit ConsoleAppender(const LayoutPtr &layout);
};

} // namespace log4cxx
