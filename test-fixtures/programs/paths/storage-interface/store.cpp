#include "store.h"

#include <fstream>
#include <iostream>

namespace {
class FileAudit : public Audit {
public:
  explicit FileAudit(const char *Path) : Path(Path) {}
  void note(const std::string &Line) override {
    std::ofstream Out(Path, std::ios::app); // expect: stateless-local-file-write "/var/log/audit" "'PUT /audit'" confidence proven
    Out << Line << "\n";
  }

private:
  const char *Path;
};
} // namespace

void DiskStore::put(const std::string &Key, const std::string &Data) {
  std::ofstream Out(Folder + "/" + Key); // expect: stateless-local-file-write "/var/lib/objects" "'PUT /object'" confidence likely
  Out << Data;
}
void RemoteStore::put(const std::string &Key, const std::string &Data) { std::cout << Url << "/" << Key << " " << Data.size() << "\n"; }
std::unique_ptr<Audit> openAudit() { return std::make_unique<FileAudit>("/var/log/audit"); }
