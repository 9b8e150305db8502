#ifndef BOOT_H
#define BOOT_H

#include <string>
#include <vector>

extern int BootedOk, SeededOk, EarlyOk, OrderOk;
extern int FP_Closed;
extern std::vector<std::string> StagesOk;

class Boot {
public:
  explicit Boot(const std::string &Stage);
  int level() const { return Level; }

private:
  int Level = 0;
};
// Its destructor runs when main has ended.
struct Closer {
  ~Closer();
};
int seed(int N);
int sum();

#endif
