//===- filesystem.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// Boost.Filesystem's header of headers.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <boost/filesystem/path.hpp>
