// args: -std=c++17
// A container that gets what is drawn grows, whoever draws it; what is given
// anew does not. A temporary object that is moved from is no part of either.
#include <cstdlib>
#include <string>
#include <sys/socket.h>
#include <vector>

static std::string NameBad; // expect: stateless-mutable-global "differs by replica, made of 'rand'"
static std::vector<int> DrawnBad; // expect: stateless-mutable-global "each change builds on the last"

int main() {
  for (;;) {
    if (accept(3, nullptr, nullptr) < 0)
      return int(DrawnBad.size() + NameBad.size());
    DrawnBad.push_back(std::rand());
    NameBad = std::to_string(std::rand());
  }
}
