#include "notes.h"

void note(std::vector<std::string> &Lines, const std::string &Line) { Lines.push_back(Line); }
void count(Totals *T, const std::string &Text) {
  ++T->Requests;
  T->Last = Text;
}
int known(const std::map<std::string, int> &Prices, const std::string &Name) {
  auto It = Prices.find(Name);
  return It == Prices.end() ? 0 : It->second;
}
