//===- service.h - Stand-in for the real header ---*- C++ -*-===//
//
// CppCMS' service.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cppcms/applications_pool.h>

namespace cppcms {

class service {
public:
  service(int argc, char *argv[]);
  ~service();
  void run();
  void shutdown();
  cppcms::applications_pool &applications_pool();
};

} // namespace cppcms
