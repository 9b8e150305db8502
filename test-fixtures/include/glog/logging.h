//===- logging.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of google-glog's interface that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace google {

typedef int LogSeverity;
const int GLOG_INFO = 0, GLOG_WARNING = 1, GLOG_ERROR = 2, GLOG_FATAL = 3;
const int INFO = GLOG_INFO, WARNING = GLOG_WARNING, ERROR = GLOG_ERROR;

void InitGoogleLogging(const char *argv0);
void SetLogDestination(LogSeverity severity, const char *base_filename);
void LogToStderr();

} // namespace google
