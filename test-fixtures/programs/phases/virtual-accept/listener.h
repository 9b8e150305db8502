#ifndef LISTENER_H
#define LISTENER_H

#include <memory>

class Listener {
public:
  virtual ~Listener() = default;
  virtual int take() = 0;
};
std::unique_ptr<Listener> openListener(int Port);

void serveQueue();

#endif
