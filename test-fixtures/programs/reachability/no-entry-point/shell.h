#ifndef SHELL_H
#define SHELL_H

#include <functional>
#include <map>
#include <string>

class Shell {
public:
  using Verb = std::function<std::string(const std::string &)>;
  Shell();
  std::string run(const std::string &Line) const;

private:
  std::map<std::string, Verb> Verbs;
};
std::string set(const std::string &Text);
std::string get(const std::string &Text);

#endif
