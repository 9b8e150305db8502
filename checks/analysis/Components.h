//===- Components.h - Strongly connected components ------------*- C++ -*-===//
//
// The nodes of a graph in groups that lead to each other (Tarjan, Depth-first
// search and linear graph algorithms, 1972). It must not know what nodes mean.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_COMPONENTS_H
#define STATELESS_ANALYSIS_COMPONENTS_H

#include <cstdint>
#include <vector>

namespace stateless {

/// By node: the nodes that it leads to.
using AdjacencyList = std::vector<std::vector<uint32_t>>;

/// The components of \p Graph; each after all others that it leads to.
std::vector<std::vector<uint32_t>> componentsOf(const AdjacencyList &Graph);

} // namespace stateless

#endif
