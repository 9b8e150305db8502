//===- applications_pool.h - Stand-in for the real header ---*- C++ -*-===//
//
// CppCMS' pool, which makes applications as requests need them.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cppcms/application.h>
#include <memory>

namespace cppcms {

class application_specific_pool {
public:
  virtual ~application_specific_pool();
};

class mount_point {
public:
  mount_point(std::string const &path, int group);
  mount_point(std::string const &script);
};

class applications_pool {
public:
  struct factory {
    virtual ~factory();
  };
  void mount(std::unique_ptr<factory> aps);
  void mount(std::unique_ptr<factory> aps, mount_point const &point);
};

template <typename T>
std::unique_ptr<applications_pool::factory> applications_factory();

} // namespace cppcms
