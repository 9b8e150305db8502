//===- VersionGuard.cpp - Stops a host of another LLVM major --------------===//
//
// A plugin that was built for another major version loads, matches nothing,
// and the host exits with success. This compares the versions when the plugin
// is loaded and ends the host with a message. It must not touch anything
// whose layout differs between versions: it asks for one string.
//
//===----------------------------------------------------------------------===//
#include "clang/Basic/Version.h"
#include <cstdio>
#include <cstdlib>
#include <string>

static int majorOf(const std::string &Version) {
  size_t At = Version.find("version ");
  return At == std::string::npos ? 0 : std::atoi(Version.c_str() + At + 8);
}

__attribute__((constructor)) static void checkHostVersion() {
  std::string Host = clang::getClangFullVersion();
  if (majorOf(Host) == STATELESS_LLVM_MAJOR)
    return;
  std::fprintf(stderr,
               "error: this stateless-tidy plugin was built for clang-tidy %d, "
               "but the host is '%s'; load the plugin that was built for it, "
               "or run clang-tidy-%d\n",
               STATELESS_LLVM_MAJOR, Host.c_str(), STATELESS_LLVM_MAJOR);
  std::exit(2);
}
