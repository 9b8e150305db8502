// args: -std=c++17 -isystem {fixtures}/include
#include "counter.h"

Controller::Controller(Step Do) : Do(Do) {}
void Controller::handle(const httplib::Request &, httplib::Response &Res) { Res.status = Do(); }
