#ifndef FILES_H
#define FILES_H

#include <string>

void save(const std::string &Path, const std::string &Text);
void archive(const std::string &Folder, const std::string &Name, const std::string &Text);
void remember(const char *Folder, const std::string &Name);
void drop(const std::string &Path = "/var/lib/shop/dropped");

#endif
