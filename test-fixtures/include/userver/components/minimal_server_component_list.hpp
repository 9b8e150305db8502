//===- minimal_server_component_list.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// userver's list of the components that a server is made of.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace userver::components {

class ComponentList {
public:
  template <typename Component> ComponentList &Append() &;
  template <typename Component> ComponentList &&Append() &&;
  template <typename Component> ComponentList &&Append(std::string name) &&;
};

ComponentList MinimalServerComponentList();

} // namespace userver::components
