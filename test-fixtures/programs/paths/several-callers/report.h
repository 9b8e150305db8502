#ifndef REPORT_H
#define REPORT_H

#include <string>

void report(const std::string &Folder, const std::string &Text);
void reportDaily(const std::string &Text);
void reportScratch(const std::string &Text);
void reportTo(bool Lasting, const std::string &Text);
void reportAgain(const std::string &Folder, int Times);

#endif
