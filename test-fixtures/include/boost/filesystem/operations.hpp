//===- operations.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// The operational functions of Boost.Filesystem.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <boost/filesystem/path.hpp>

#include <cstdint>

namespace boost {
namespace filesystem {

bool exists(const path &p);
std::uintmax_t file_size(const path &p);
bool create_directory(const path &p);
bool create_directories(const path &p);
void copy_file(const path &from, const path &to);
void rename(const path &old_p, const path &new_p);
bool remove(const path &p);
std::uintmax_t remove_all(const path &p);
void resize_file(const path &p, std::uintmax_t size);
path temp_directory_path();
path unique_path(const path &model = "%%%%-%%%%-%%%%-%%%%");

} // namespace filesystem
} // namespace boost
