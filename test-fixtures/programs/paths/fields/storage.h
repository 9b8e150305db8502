#ifndef STORAGE_H
#define STORAGE_H

#include <filesystem>
#include <string>
#include <utility>

class Storage {
public:
  explicit Storage(std::string Folder) : Folder(std::move(Folder)) {}
  void put(const std::string &Name, const std::string &Text) const;

private:
  std::string Folder;
};
class Spool {
public:
  explicit Spool(const std::filesystem::path &Root);
  void put(const std::string &Name) const;

private:
  std::filesystem::path Folder;
};
class Journal {
public:
  void setFile(const std::string &Name) { File = Name; }
  void add(const std::string &Line) const;

private:
  std::string File = "/tmp/journal";
};
class Scratch {
public:
  Scratch(std::string Folder, std::string Suffix) : Folder(std::move(Folder)), Suffix(std::move(Suffix)) {}
  void put(const std::string &Name) const;

private:
  std::string Folder, Suffix;
};
// Its objects know two places.
class Copier {
public:
  explicit Copier(const char *Target) : Target(Target) {}
  void copy(const std::string &Name) const;

private:
  const char *Target;
};

#endif
