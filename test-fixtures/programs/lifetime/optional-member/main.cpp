// args: -std=c++17 -isystem {fixtures}/include
// An object that a member holds by std::optional, made when the service starts.
#include "service.h"

int main(int Argc, char **) {
  Service TheService;
  return !TheService.start(Argc);
}
