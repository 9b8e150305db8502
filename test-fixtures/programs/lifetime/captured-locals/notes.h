#ifndef NOTES_H
#define NOTES_H

#include <map>
#include <string>
#include <vector>

struct Session {
  int Visits = 0;
};
struct Totals {
  int Requests = 0;
  std::string Last;
};
void note(std::vector<std::string> &Lines, const std::string &Line);
void count(Totals *T, const std::string &Text);
int known(const std::map<std::string, int> &Prices, const std::string &Name);

#endif
