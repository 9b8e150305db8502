// Singletons of a header: in the header, or with the instance in this unit.
#include "counted.h"

Split &Split::instance() {
  static Split InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Text_'" confidence likely
  return InstanceBad;
}
void Split::store(const std::string &Text) { Text_ = Text + Spelling::instance().first(); }

void serve() {
  Counted::instance().hit();
  Split::instance().store("x");
}
