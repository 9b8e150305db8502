// args: -std=c++17 -isystem {fixtures}/include
#include "guarded.h"
#include <exception>
#include <iostream>

void guarded(const std::function<void()> &Work) {
  try {
    Work();
  } catch (const std::exception &Error) {
    std::cerr << Error.what() << "\n";
  }
}
