#ifndef FILE_H
#define FILE_H

#include <fstream>
#include <sqlite3.h>
#include <string>

// It opens what it is told: who makes one decides where.
class File {
public:
  explicit File(const std::string &Path) : Out(Path) {}
  void add(const std::string &Line) { Out << Line; }

private:
  std::ofstream Out;
};
class AuditFile : public File {
public:
  AuditFile() : File("/var/log/audit") {} // expect: stateless-local-file-write "/var/log/audit" "'POST /audit'" confidence proven
};
class NamedFile : public File {
public:
  explicit NamedFile(const std::string &Name) : File("/tmp/" + Name) {}
};
class Database {
public:
  explicit Database(const char *Path);
  ~Database();
  Database(const Database &) = delete;
  bool fine() const { return Handle != nullptr; }

private:
  sqlite3 *Handle = nullptr;
};
struct Repository {
  Database Db{"/var/lib/shop/repository.db"}; // expect: stateless-local-file-write "/var/lib/shop/repository.db" "'GET /repository'" confidence proven
  Database Memory{":memory:"};
};

#endif
