// args: -std=c++20
#include "store.h"
#include <thread>

int main() {
  std::thread Other([] { setLimit(7); });
  Store::setMost(3);
  Other.join();
  Store Items;
  return limit() - 7 + Items.size();
}
