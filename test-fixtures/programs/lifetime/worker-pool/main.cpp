// args: -std=c++17 -isystem {fixtures}/include
// Containers of objects on main's stack: the elements live as long as they do.
#include "worker.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  std::vector<std::unique_ptr<Worker>> WorkersBad; // expect: stateless-mutable-global "WorkersBad" "Done" "'POST /work'"
  std::array<Cell, 4> CellsBad; // expect: stateless-mutable-global "CellsBad" "'PUT /cell'" confidence proven
  std::vector<std::unique_ptr<Shape>> ShapesOk = shapes();
  for (int I = 0; I < 4; ++I)
    WorkersBad.push_back(std::make_unique<Worker>(I));
  App.Post("/work", [&WorkersBad](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = WorkersBad[Req.body.size() % WorkersBad.size()]->work(Req.body);
  });
  App.Put("/cell", [&](const httplib::Request &Req, httplib::Response &Res) { Res.set_content(swap(CellsBad, Req.body), "text/plain"); });
  App.Get("/area", [&ShapesOk](const httplib::Request &Req, httplib::Response &Res) {
    for (const auto &S : ShapesOk)
      Res.status += S->area(int(Req.body.size()));
  });
  App.Get("/mine", [](const httplib::Request &Req, httplib::Response &Res) {
    std::vector<std::unique_ptr<Worker>> Workers;
    Workers.push_back(std::make_unique<Worker>(1));
    Res.status = Workers.front()->work(Req.body);
  });
  return !App.listen("0.0.0.0", 8080);
}
