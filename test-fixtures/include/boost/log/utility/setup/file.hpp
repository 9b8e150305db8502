//===- file.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// The set-up function for file logs of Boost.Log.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace boost {
namespace log {
inline namespace v2_mt_posix {

template <typename... ArgsT> void add_file_log(ArgsT const &...args);

} // namespace v2_mt_posix
} // namespace log
} // namespace boost
