// args: -std=c++17 -isystem {fixtures}/include
#include "service.h"

#include <utility>

int PortOk; // expect-benign: stateless-mutable-global "start-up"

Service::Service(std::string Name) : Name(std::move(Name)) { Banner = this->Name + "!"; }
void Service::routes() {
  Banner += "?";
  App.Get("/served", [this](const httplib::Request &, httplib::Response &Res) {
    ++Served;
    Res.set_content(Banner + std::to_string(StageOk + BootedOk), "text/plain");
  });
}
bool Service::serve() {
  PortOk = 8080;
  bool Fine = App.listen("0.0.0.0", PortOk);
  AfterServeOk = Fine;
  return Fine;
}
