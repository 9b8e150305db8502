//===- spdlog.h - Stand-in for the real header ---*- C++ -*-===//
//
// The core of spdlog's interface that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <memory>
#include <string>

namespace spdlog {

using filename_t = std::string;

class logger {
public:
  void info(const std::string &msg);
  void flush();
};

class async_factory;
struct synchronous_factory {
  template <typename Sink, typename... SinkArgs>
  static std::shared_ptr<spdlog::logger> create(std::string logger_name,
                                                SinkArgs &&...args);
};
using default_factory = synchronous_factory;

namespace sinks {
class sink {
public:
  virtual ~sink() = default;
};
} // namespace sinks

void info(const std::string &msg);

} // namespace spdlog
