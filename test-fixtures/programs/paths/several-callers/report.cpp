#include "report.h"

#include <fstream>

void report(const std::string &Folder, const std::string &Text) {
  std::ofstream Out(Folder + "/report.txt");
  Out << Text;
}
void reportDaily(const std::string &Text) {
  report("/var/reports/daily", Text); // expect: stateless-local-file-write "/var/reports/daily/report.txt" "'POST /daily'" confidence proven
}
void reportScratch(const std::string &Text) { report("/tmp/reports", Text); }
void reportTo(bool Lasting, const std::string &Text) {
  report(Lasting ? "/var/reports/lasting" : "/tmp/reports", Text); // expect: stateless-local-file-write "/var/reports/lasting/report.txt" "'POST /either'"
}
void reportAgain(const std::string &Folder, int Times) {
  report(Folder, "again");
  if (Times > 0)
    reportAgain(Folder, Times - 1);
}
