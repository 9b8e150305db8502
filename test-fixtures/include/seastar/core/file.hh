//===- file.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Files of Seastar.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <fcntl.h>
#include <string_view>

namespace seastar {

enum class open_flags {
  rw = O_RDWR,
  ro = O_RDONLY,
  wo = O_WRONLY,
  create = O_CREAT,
};
constexpr open_flags operator|(open_flags a, open_flags b) {
  return open_flags(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

class opened_file {};
opened_file open_file_dma(std::string_view name, open_flags flags) noexcept;

} // namespace seastar
