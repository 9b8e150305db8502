//===- flag_table.h - Which features are on --------------------*- C++ -*-===//
//
// Features by name. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef FLAGS_FLAG_TABLE_H
#define FLAGS_FLAG_TABLE_H

#include <map>
#include <string>

namespace flags {

class FlagTable {
public:
  /// Changes a feature that there is; false if there is none of that name.
  bool set(const std::string &name, bool on);
  bool isOn(const std::string &name) const;
  std::string describe() const;

private:
  std::map<std::string, bool> features_ = {{"express-checkout", false},
                                           {"gift-cards", true}};
};

} // namespace flags

#endif
