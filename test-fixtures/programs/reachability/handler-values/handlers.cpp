// args: -std=c++20 -isystem {fixtures}/include
#include "handlers.h"

int NamedBad; // expect: stateless-mutable-global "NamedBad" "'GET /named'" confidence proven
int TypedBad; // expect: stateless-mutable-global "TypedBad" "'GET /typed'" confidence proven
int MadeBad; // expect: stateless-mutable-global "lambda in 'made'" "'GET /made'" confidence proven
int FrontBad; // expect: stateless-mutable-global "'Pages::front'" "'GET /front'" confidence proven
int NestedBad; // expect: stateless-mutable-global "'Pages::nested'" "'GET /nested'" confidence proven
int ReferredBad; // expect: stateless-mutable-global "'Callable::operator()'" "'GET /referred'" confidence proven
int EitherBad; // expect: stateless-mutable-global "'either'" "'GET /either'"
int OtherBad; // expect: stateless-mutable-global "'other'" "'GET /either'"
int AssignedBad; // expect: stateless-mutable-global "AssignedBad" "'GET /assigned'"

httplib::Server::Handler made(int Status) {
  return [Status](const httplib::Request &, httplib::Response &Res) { Res.status = Status + ++MadeBad; }; // expect-fact: write MadeBad
}
void Pages::front(int Status, const httplib::Request &, httplib::Response &Res) { Res.status = Status + ++FrontBad; }
void Pages::nested(const httplib::Request &, httplib::Response &Res, int Status) { Res.status = Status + ++NestedBad; }
void Callable::operator()(const httplib::Request &, httplib::Response &Res) { Res.status = ++ReferredBad; }
void either(const httplib::Request &, httplib::Response &) { ++EitherBad; } // expect-fact: write EitherBad
void other(const httplib::Request &, httplib::Response &) { ++OtherBad; }   // expect-fact: write OtherBad

void install(httplib::Server &App, bool Verbose) {
  App.Get("/either", Verbose ? either : other);
  // Assigned where it is needed, not where it is declared.
  httplib::Server::Handler Handle;
  if (Verbose)
    Handle = [](const httplib::Request &, httplib::Response &Res) { Res.status = ++AssignedBad; };
  App.Get("/assigned", Handle);
}
