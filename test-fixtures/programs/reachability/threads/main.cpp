// args: -std=c++17 -isystem {fixtures}/include
// Threads: one that main starts, and those that a request starts. A request
// still brings about what its thread does.
#include "jobs.h"
#include <future>
#include <httplib.h>
#include <thread>

int main() {
  httplib::Server App;
  startSweeper();
  App.Post("/report", [](const httplib::Request &Req, httplib::Response &) {
    std::thread(report, Req.body).detach();
    std::thread Printer([Text = Req.body] { print(Text); });
    Printer.detach();
  });
  App.Post("/measure", [](const httplib::Request &Req, httplib::Response &Res) {
    auto Size = std::async(std::launch::async, measure, Req.body);
    Res.status = Size.get() + directly(Req.body);
  });
  App.Post("/mail", [](const httplib::Request &Req, httplib::Response &) {
    Mailer Sender;
    std::thread Sending(&Mailer::run, &Sender, Req.body);
    Sending.join();
  });
  return !App.listen("0.0.0.0", 8080);
}
