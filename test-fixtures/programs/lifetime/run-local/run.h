#ifndef RUN_H
#define RUN_H

#include <httplib.h>
#include <map>
#include <string>

struct Session {
  int Visits = 0;
};
class Desk {
public:
  Desk(int Port, const std::string &Name) : Port(Port), Name(Name) {}
  int open();

private:
  int Port;
  const std::string &Name;
};
int run(int Argc, char **Argv);

#endif
