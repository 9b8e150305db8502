//===- FileProvider.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// How oatpp puts parts of a message into files, and its streams to files.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstdio>
#include <memory>
#include <string>

namespace oatpp {
namespace data {
namespace type {
class String {
public:
  String(const char *data);
  String(const std::string &str);
  void saveToFile(const char *filename) const;
};
} // namespace type

namespace stream {
class FileOutputStream {
public:
  FileOutputStream(std::FILE *file, bool ownsFile,
                   const std::shared_ptr<void> &captureData = nullptr);
  FileOutputStream(const char *filename, const char *mode = "wb",
                   const std::shared_ptr<void> &captureData = nullptr);
};
class FileInputStream {
public:
  FileInputStream(const char *filename,
                  const std::shared_ptr<void> &captureData = nullptr);
};
} // namespace stream
} // namespace data

using String = data::type::String;

namespace web {
namespace mime {
namespace multipart {
class PartReader;
std::shared_ptr<PartReader> createFilePartReader(const oatpp::String &filename,
                                                 long maxDataSize = -1);
std::shared_ptr<PartReader>
createTemporaryFilePartReader(const oatpp::String &tmpDirectory,
                              int randomWordSizeBytes = 8,
                              long maxDataSize = -1);
std::shared_ptr<PartReader> createInMemoryPartReader(long maxDataSize = -1);
} // namespace multipart
} // namespace mime
} // namespace web
} // namespace oatpp
