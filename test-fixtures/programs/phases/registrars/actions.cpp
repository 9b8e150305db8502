#include "actions.h"

#include <utility>

// Filled before main alone; requests look actions up.
std::map<std::string, Action> &actions() {
  static std::map<std::string, Action> ActionsOk; // expect-benign: stateless-mutable-global "start-up"
  return ActionsOk;
}
static int RegisteredOk; // expect-benign: stateless-mutable-global "start-up"
Registrar::Registrar(const std::string &Name, Action Do) {
  actions()[Name] = std::move(Do);
  ++RegisteredOk;
}
