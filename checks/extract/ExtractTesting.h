//===- ExtractTesting.h - Sources that are on no disk ----------*- C++ -*-===//
//
// What the tests of the extractor share. Nothing but tests may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_EXTRACTTESTING_H
#define STATELESS_EXTRACT_EXTRACTTESTING_H

#include "extract/Extract.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "gmock/gmock.h"

namespace stateless {

/// The facts of \p Text, which must compile as C++20.
inline TuFacts factsOf(llvm::StringRef Text, const Models &Known = {}) {
  const std::string Folder = "/no-such-folder", File = Folder + "/a.cpp";
  auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  Files->addFile(File, /*ModificationTime=*/0,
                 llvm::MemoryBuffer::getMemBufferCopy(Text));
  ExtractOptions Options;
  Options.Files = Files;
  TuFacts Facts =
      extract({Folder, File, {"clang++", "-std=c++20", File}}, Known, Options);
  EXPECT_THAT(Facts.Problems, testing::IsEmpty());
  return Facts;
}

} // namespace stateless

#endif
