//===- blocking.hpp - Stand-in for the real headers ---*- C++ -*-===//
//
// Files of userver, by a task processor and by the thread that asks.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>
#include <string_view>

namespace userver {
namespace engine {
class TaskProcessor;
}

namespace fs {
void RewriteFileContents(engine::TaskProcessor &async_tp,
                         const std::string &path, std::string_view contents);
std::string ReadFileContents(engine::TaskProcessor &async_tp,
                             const std::string &path);

namespace blocking {
void RewriteFileContents(const std::string &path, std::string_view contents);
} // namespace blocking
} // namespace fs
} // namespace userver
