// args: -std=c++17 -isystem {fixtures}/programs/reachability/framework-override/include
#include "handlers.h"

namespace shop {

static int CountBad; // expect: stateless-mutable-global "written after start-up by 'shop::CountHandler::handleRequest'" "on 'shop::CountHandler::handleRequest'" confidence proven
static int ServedBad; // expect: stateless-mutable-global "on 'shop::BaseHandler::handleRequest'" confidence proven
static int OneBad; // expect: stateless-mutable-global "written after start-up by 'shop::OneHandler::respond'" "on 'shop::BaseHandler::handleRequest'" confidence likely
static int TwoBad; // expect: stateless-mutable-global "written after start-up by 'shop::TwoHandler::respond'" "on 'shop::BaseHandler::handleRequest'" confidence likely

void CountHandler::handleRequest(HTTPServerRequest &, HTTPServerResponse &Res) {
  ++StepsOk;
  Res.send() << ++CountBad + StepsOk; // expect-fact: write CountBad
}
void BaseHandler::handleRequest(HTTPServerRequest &, HTTPServerResponse &Res) {
  ++ServedBad; // expect-fact: write ServedBad
  respond(Res);
}
void OneHandler::respond(HTTPServerResponse &Res) { Res.send() << ++OneBad; } // expect-fact: write OneBad
void TwoHandler::respond(HTTPServerResponse &Res) { Res.send() << ++TwoBad; } // expect-fact: write TwoBad

} // namespace shop
