#ifndef SETTINGS_H
#define SETTINGS_H

#include <string>

class Settings {
public:
  explicit Settings(const std::string &Given);
  void save();

private:
  std::string File;
};

#endif
