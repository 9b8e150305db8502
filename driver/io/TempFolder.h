//===- TempFolder.h - A folder for one test --------------------*- C++ -*-===//
//
// A fresh folder that goes away with the test, and files in it. For tests
// only.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_TEMPFOLDER_H
#define STATELESS_DRIVER_TEMPFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <string>

namespace stateless {

class TempFolder {
public:
  TempFolder() {
    llvm::SmallString<128> Made, Real;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("stateless", Made));
    EXPECT_FALSE(llvm::sys::fs::real_path(Made, Real));
    Folder = Real.str().str();
  }
  TempFolder(const TempFolder &) = delete;
  ~TempFolder() { llvm::sys::fs::remove_directories(Folder); }

  const std::string &path() const { return Folder; }
  std::string operator/(llvm::StringRef Name) const {
    return Folder + "/" + Name.str();
  }

  /// Writes \p Text to \p Name, making its folders; returns the path.
  std::string write(llvm::StringRef Name, llvm::StringRef Text) const {
    std::string File = *this / Name;
    EXPECT_FALSE(
        llvm::sys::fs::create_directories(llvm::sys::path::parent_path(File)));
    std::error_code Error;
    llvm::raw_fd_ostream OS(File, Error);
    EXPECT_FALSE(Error) << File;
    OS << Text;
    return File;
  }

private:
  std::string Folder;
};

} // namespace stateless

#endif
