//===- clang-tidy-config.h - How the host was configured ---------*- C++
//-*-===//
//
// Debian ships ClangTidyForceLinker.h, but not the header that it includes:
// these are the defaults, with which Debian builds. It must not be used for
// anything else.
//
//===----------------------------------------------------------------------===//
#define CLANG_TIDY_ENABLE_STATIC_ANALYZER 1
#define CLANG_TIDY_ENABLE_QUERY_BASED_CUSTOM_CHECKS 1
