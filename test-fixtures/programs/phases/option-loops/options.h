#ifndef OPTIONS_H
#define OPTIONS_H

#include <map>
#include <string>
#include <vector>

extern bool VerboseOk;
extern int PortOk;
extern std::vector<std::string> FilesOk;
extern std::map<std::string, std::string> SettingsOk;
extern int AttemptsOk;

void apply(const std::string &Line);
bool probe();
bool readLine(std::string &Line);

#endif
