#include "router.h"

static int ParsedBad; // expect: stateless-mutable-global "written after start-up by 'parse'" "the request loop in 'main'" confidence proven
static int VisitsBad; // expect: stateless-mutable-global "written after start-up by 'visit'" "the request loop in 'main'" confidence likely
static std::string LastBad; // expect: stateless-mutable-global "written after start-up by 'echo'" "the request loop in 'main'" confidence likely
static int RoutesOk; // expect-benign: stateless-mutable-global "start-up"

static Response visit(const Request &) { return {200, std::to_string(++VisitsBad)}; } // expect-fact: write VisitsBad
static Response echo(const Request &Asked) {
  Response Answer{200, LastBad};
  LastBad = Asked.Body; // expect-fact: write LastBad
  return Answer;
}
void install(Router &Pages) {
  Pages.on("/visit", visit);
  Pages.on("/echo", echo);
  Pages.on("/about", [](const Request &) { return Response{200, std::to_string(RoutesOk)}; });
  RoutesOk = 3;
}
Request parse(const std::string &Text) {
  ++ParsedBad; // expect-fact: write ParsedBad
  auto Space = Text.find(' ');
  return {Text.substr(0, Space), Space == Text.npos ? "" : Text.substr(Space + 1)};
}
