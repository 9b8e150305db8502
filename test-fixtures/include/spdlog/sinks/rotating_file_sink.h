//===- rotating_file_sink.h - Stand-in for the real header ---*- C++ -*-===//
//
// spdlog's sink that rotates files by size.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <spdlog/spdlog.h>

#include <cstddef>
#include <mutex>

namespace spdlog {
namespace sinks {

template <typename Mutex> class rotating_file_sink final : public sink {
public:
  rotating_file_sink(filename_t base_filename, std::size_t max_size,
                     std::size_t max_files, bool rotate_on_open = false);
};

using rotating_file_sink_mt = rotating_file_sink<std::mutex>;

} // namespace sinks

template <typename Factory = spdlog::synchronous_factory>
inline std::shared_ptr<logger>
rotating_logger_mt(const std::string &logger_name, const filename_t &filename,
                   std::size_t max_file_size, std::size_t max_files,
                   bool rotate_on_open = false) {
  return Factory::template create<sinks::rotating_file_sink_mt>(
      logger_name, filename, max_file_size, max_files, rotate_on_open);
}

} // namespace spdlog
