//===- basic_file_sink.h - Stand-in for the real header ---*- C++ -*-===//
//
// spdlog's sink that appends to one file.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <spdlog/spdlog.h>

#include <mutex>

namespace spdlog {
namespace sinks {

template <typename Mutex> class basic_file_sink final : public sink {
public:
  explicit basic_file_sink(const filename_t &filename, bool truncate = false);
  const filename_t &filename() const;
};

using basic_file_sink_mt = basic_file_sink<std::mutex>;

} // namespace sinks

template <typename Factory = spdlog::synchronous_factory>
inline std::shared_ptr<logger> basic_logger_mt(const std::string &logger_name,
                                               const filename_t &filename,
                                               bool truncate = false) {
  return Factory::template create<sinks::basic_file_sink_mt>(
      logger_name, filename, truncate);
}

template <typename Factory = spdlog::synchronous_factory>
inline std::shared_ptr<logger> basic_logger_st(const std::string &logger_name,
                                               const filename_t &filename,
                                               bool truncate = false) {
  return Factory::template create<sinks::basic_file_sink_mt>(
      logger_name, filename, truncate);
}

} // namespace spdlog
