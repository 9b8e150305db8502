//===- storage.cpp - Documents on the disk --------------------------------===//
#include "storage.h"
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace documents {

namespace fs = std::filesystem;

static std::string readAll(const fs::path &path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Storage::Storage(fs::path folder) : folder_(std::move(folder)) {}

fs::path Storage::pathOf(const std::string &name) const {
  return folder_ / (name + ".txt");
}

bool Storage::put(const std::string &name, const std::string &content) const {
  fs::path path = pathOf(name);
  bool isNew = !fs::exists(path);
  std::ofstream out(path, std::ios::binary);
  out << content;
  return isNew;
}

std::optional<std::string> Storage::get(const std::string &name) const {
  fs::path path = pathOf(name);
  if (!fs::exists(path))
    return std::nullopt;
  return readAll(path);
}

bool Storage::remove(const std::string &name) const {
  return fs::remove(pathOf(name));
}

std::vector<std::string> Storage::list() const {
  std::vector<std::string> names;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder_))
    names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> convert(const std::string &content) {
  char scratch[] = "/tmp/documents-convert-XXXXXX";
  int file = mkstemp(scratch);
  if (file < 0)
    return std::nullopt;
  bool written = write(file, content.data(), content.size()) ==
                 static_cast<ssize_t>(content.size());
  close(file);
  std::string text = written ? readAll(scratch) : "";
  std::remove(scratch);
  for (char &c : text)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

} // namespace documents
