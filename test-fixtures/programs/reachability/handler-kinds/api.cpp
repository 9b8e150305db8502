// args: -std=c++17 -isystem {fixtures}/include
#include "api.h"
#include <functional>

int LambdaBad; // expect: stateless-mutable-global "written after start-up by" "lambda in 'main'" "'GET /lambda'" confidence proven
int FunctionBad; // expect: stateless-mutable-global "written after start-up by 'function'" "'GET /function'" confidence proven
int StaticBad; // expect: stateless-mutable-global "written after start-up by 'Api::shared'" "'PUT /static'" confidence proven
int BoundBad; // expect: stateless-mutable-global "written after start-up by 'Api::bound'" "'POST /bound'" confidence proven
int ThisBad; // expect: stateless-mutable-global "written after start-up by 'Api::count'" "'PATCH /this'" confidence proven
int FunctorBad; // expect: stateless-mutable-global "written after start-up by 'Functor::operator()'" "'DELETE /functor'" confidence proven
int GenericBad; // expect: stateless-mutable-global "GenericBad" "'GET /generic'" confidence proven
int PointerBad; // expect: stateless-mutable-global "PointerBad" "'GET /pointer'" confidence proven

void function(const httplib::Request &, httplib::Response &Res) { Res.status = ++FunctionBad; } // expect-fact: write FunctionBad

Api::Api(httplib::Server &App) {
  using namespace std::placeholders;
  App.Put("/static", &Api::shared);
  App.Post("/bound", std::bind(&Api::bound, this, _1, _2));
  App.Patch("/this", [this](const httplib::Request &, httplib::Response &Res) {
    count();
    Res.status = 200;
  });
}
void Api::shared(const httplib::Request &, httplib::Response &Res) { Res.status = ++StaticBad; } // expect-fact: write StaticBad
void Api::bound(const httplib::Request &, httplib::Response &Res) const { Res.status = ++BoundBad; } // expect-fact: write BoundBad
void Api::count() const { ++ThisBad; } // expect-fact: write ThisBad
void Functor::operator()(const httplib::Request &, httplib::Response &Res) const { Res.status = ++FunctorBad; } // expect-fact: write FunctorBad
