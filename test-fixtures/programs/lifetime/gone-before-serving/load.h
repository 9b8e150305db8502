#ifndef LOAD_H
#define LOAD_H

#include <map>
#include <string>
#include <vector>

struct Settings {
  int Port = 8080;
  std::vector<std::string> Names;
};
// Works while the program starts; its objects are gone before the first request.
class Parser {
public:
  void feed(const std::string &Line);
  Settings result() const;

private:
  std::map<std::string, std::string> UsersOk;
  int LinesOk = 0;
};
Settings load(int Argc, char **Argv);
int warmUp(const Settings &S);

#endif
