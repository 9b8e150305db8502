//===- fileappender.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of log4cxx's file appender that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <memory>
#include <string>

namespace log4cxx {

typedef std::string LogString;

class Layout {
public:
  virtual ~Layout();
};
typedef std::shared_ptr<Layout> LayoutPtr;

class Appender {
public:
  virtual ~Appender();
};

class FileAppender : public Appender {
public:
  FileAppender();
  FileAppender(const LayoutPtr &layout, const LogString &filename);
  FileAppender(const LayoutPtr &layout, const LogString &filename, bool append);
  virtual void setFile(const LogString &file);
  LogString getFile() const;
};

} // namespace log4cxx
