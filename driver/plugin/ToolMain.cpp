//===- ToolMain.cpp - clang-tidy with our checks built in -----------------===//
//
// For machines whose clang-tidy cannot load plugins. Everything but main is
// the host's library and our module.
//
//===----------------------------------------------------------------------===//
#include "clang-tidy/ClangTidyForceLinker.h"

namespace clang::tidy {
int clangTidyMain(int argc, const char **argv);
} // namespace clang::tidy

int main(int argc, const char **argv) {
  return clang::tidy::clangTidyMain(argc, argv);
}
