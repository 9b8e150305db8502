#ifndef ACTIONS_H
#define ACTIONS_H

#include <functional>
#include <map>
#include <string>

using Action = std::function<int(int)>;

std::map<std::string, Action> &actions();

// An object of static storage for each action, in the unit that defines it.
struct Registrar {
  Registrar(const std::string &Name, Action Do);
};
#define REGISTER(Name) static const Registrar Name##Ok(#Name, Name)

#endif
