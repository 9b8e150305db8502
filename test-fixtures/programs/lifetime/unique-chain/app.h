#ifndef APP_H
#define APP_H

#include "services.h"
#include <httplib.h>

class App {
public:
  App() : Parts(std::make_unique<Services>()) { Parts->Names.push_back("auth"); }
  bool serve();

private:
  httplib::Server Http;
  std::unique_ptr<Services> Parts;
};

#endif
