//===- daemon_run.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// Starts userver's components and serves until the process ends.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <userver/components/minimal_server_component_list.hpp>

namespace userver::utils {

int DaemonMain(int argc, const char *const argv[],
               const components::ComponentList &components_list);

} // namespace userver::utils
