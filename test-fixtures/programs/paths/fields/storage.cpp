#include "storage.h"

#include <fstream>

namespace fs = std::filesystem;

void Storage::put(const std::string &Name, const std::string &Text) const {
  std::ofstream Out(Folder + "/" + Name); // expect: stateless-local-file-write "/var/lib/documents" "'PUT /document'" confidence proven
  Out << Text;
}
Spool::Spool(const fs::path &Root) : Folder(Root / "spool") {}
void Spool::put(const std::string &Name) const {
  fs::create_directories(Folder / Name); // expect: stateless-local-file-write "/srv/shop/spool" "'PUT /spool'" confidence proven
}
void Journal::add(const std::string &Line) const {
  std::ofstream Out(File, std::ios::app); // expect: stateless-local-file-write "/var/log/shop.journal" "'POST /line'"
  Out << Line;
}
void Scratch::put(const std::string &Name) const {
  std::ofstream Out(Folder + "/" + Name + Suffix);
  Out << Name;
}
void Copier::copy(const std::string &Name) const {
  fs::copy_file("/etc/hosts", std::string(Target) + Name); // expect: stateless-local-file-write "/var/backups/" "'POST /copy'"
}
