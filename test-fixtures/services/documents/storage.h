//===- storage.h - Documents on the disk -----------------------*- C++ -*-===//
//
// One file for each document, in one folder. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef DOCUMENTS_STORAGE_H
#define DOCUMENTS_STORAGE_H

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace documents {

class Storage {
public:
  explicit Storage(std::filesystem::path folder);

  /// True if there was none of that name before.
  bool put(const std::string &name, const std::string &content) const;
  std::optional<std::string> get(const std::string &name) const;
  bool remove(const std::string &name) const;
  std::vector<std::string> list() const;

private:
  std::filesystem::path pathOf(const std::string &name) const;

  std::filesystem::path folder_;
};

/// CONTENT in upper case, by way of a scratch file as the converter wants it.
std::optional<std::string> convert(const std::string &content);

} // namespace documents

#endif
