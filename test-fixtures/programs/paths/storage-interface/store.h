#ifndef STORE_H
#define STORE_H

#include <memory>
#include <string>
#include <utility>

// Two implementations: one keeps files, the other sends them away.
class Store {
public:
  virtual ~Store() = default;
  virtual void put(const std::string &Key, const std::string &Data) = 0;
};
class DiskStore : public Store {
public:
  explicit DiskStore(std::string Folder) : Folder(std::move(Folder)) {}
  void put(const std::string &Key, const std::string &Data) override;

private:
  std::string Folder;
};
class RemoteStore : public Store {
public:
  explicit RemoteStore(std::string Url) : Url(std::move(Url)) {}
  void put(const std::string &Key, const std::string &Data) override;

private:
  const std::string Url;
};
// One implementation.
class Audit {
public:
  virtual ~Audit() = default;
  virtual void note(const std::string &Line) = 0;
};
std::unique_ptr<Audit> openAudit();

#endif
