#ifndef PATHS_H
#define PATHS_H

#include <filesystem>
#include <string>

extern const std::filesystem::path Root;
std::filesystem::path below(const std::filesystem::path &Base, const std::string &Name);
std::string join(const std::string &A, const std::string &B);
std::string numbered(const char *Folder, int Number);
std::string withSuffix(std::string Path);
void write(const std::filesystem::path &Where);

#endif
