#ifndef SERVICE_H
#define SERVICE_H

#include <httplib.h>
#include <string>

extern int BootedOk, StageOk, PortOk;
extern int AfterServeOk;

class Service {
public:
  explicit Service(std::string Name);
  void routes();
  bool serve();
  int served() const { return Served; }

private:
  httplib::Server App;
  std::string Name;
  std::string Banner;
  int Served = 0;
};
int run(int Argc);

#endif
