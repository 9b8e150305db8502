// Lines of the standard input are its requests; the tool knows no way in, and
// nothing can be proven.
#include "shell.h"

#include <iostream>

int main() {
  Shell TheShell;
  for (std::string Line; std::getline(std::cin, Line);)
    std::cout << TheShell.run(Line) << "\n";
}
