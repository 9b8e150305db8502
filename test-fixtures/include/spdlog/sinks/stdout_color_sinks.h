//===- stdout_color_sinks.h - Stand-in for the real header ---*- C++ -*-===//
//
// spdlog's sinks for the standard streams.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <spdlog/spdlog.h>

namespace spdlog {

template <typename Factory = spdlog::synchronous_factory>
std::shared_ptr<logger> stdout_color_mt(const std::string &logger_name);

} // namespace spdlog
