// args: -std=c++17 -isystem {fixtures}/include
#include <httplib.h>

void hit(const httplib::Request &Req, httplib::Response &Res);
void remember(const httplib::Request &Req, httplib::Response &Res);
void move(const httplib::Request &Req, httplib::Response &Res);

int main() {
  httplib::Server App;
  App.Get("/hit", hit);
  App.Post("/last", &remember).Put("/where", move);
  return !App.listen("0.0.0.0", 8080);
}
