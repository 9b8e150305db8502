#ifndef COUNTER_H
#define COUNTER_H

#include <functional>
#include <httplib.h>

// What counts, or only asks, is given by whoever makes the controller.
class Controller {
public:
  using Step = std::function<int()>;
  explicit Controller(Step Do);
  void handle(const httplib::Request &Req, httplib::Response &Res);

private:
  Step Do;
};

#endif
