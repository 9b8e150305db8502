//===- flag_table.cpp - Which features are on -----------------------------===//
#include "flag_table.h"

namespace flags {

bool FlagTable::set(const std::string &name, bool on) {
  auto found = features_.find(name);
  if (found == features_.end())
    return false;
  found->second = on;
  return true;
}

bool FlagTable::isOn(const std::string &name) const {
  auto found = features_.find(name);
  return found != features_.end() && found->second;
}

std::string FlagTable::describe() const {
  std::string text;
  for (const auto &[name, on] : features_)
    text += name + (on ? " on\n" : " off\n");
  return text;
}

} // namespace flags
