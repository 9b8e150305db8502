#include "files.h"

void archive(const std::string &Folder, const std::string &Name, const std::string &Text) {
  const std::string Path = Folder + "/" + Name + ".txt";
  save(Path, Text);
}
void remember(const char *Folder, const std::string &Name) { archive(Folder, Name, "seen"); }
