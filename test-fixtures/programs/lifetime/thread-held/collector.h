#ifndef COLLECTOR_H
#define COLLECTOR_H

#include <atomic>
#include <memory>

class Collector {
public:
  void run();
  int rounds() const { return Rounds; }

private:
  std::atomic<int> Rounds{0};
};
class Beat {
public:
  void run();
  int beats() const { return Beats; }

private:
  std::atomic<int> Beats{0};
};
void sleepLong();
void spin(int Times);

#endif
