#include "table.h"

int count(const std::string &Text, Tally Mine) {
  for (char C : Text)
    Mine.add(C);
  return Mine.sum();
}
int list(const std::string &Text, const Table &Known) {
  Table Mine;
  Mine.add(Text);
  return Known.knows(Text) + Mine.knows(Text);
}
