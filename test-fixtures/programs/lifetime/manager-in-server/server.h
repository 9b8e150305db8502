#ifndef SERVER_H
#define SERVER_H

#include "session_manager.h"
#include <httplib.h>

class ShopServer {
public:
  ShopServer();
  bool run() { return App.listen("0.0.0.0", 8080); }

private:
  httplib::Server App;
  SessionManager Manager;
};

#endif
