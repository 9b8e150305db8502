#include "events.h"

static int OpenedBad; // expect: stateless-mutable-global "written after start-up by 'Recorder::operator()'" "'POST /event'"
static int ClosedBad; // expect: stateless-mutable-global "written after start-up by 'Recorder::operator()'" "'POST /event'"
static int MovedBad; // expect: stateless-mutable-global "MovedBad" "'POST /event'"
static int WeighedBad; // expect: stateless-mutable-global "lambda in 'weigh'" "'GET /weight'"
static int AnyBad; // expect: stateless-mutable-global "lambda in 'weigh'" "'GET /weight'"
static int ScaleOk = 2; // expect-benign: stateless-mutable-global "never written"

void Recorder::operator()(const Opened &E) const { OpenedBad += int(E.Name.size()); } // expect-fact: write OpenedBad
void Recorder::operator()(const Closed &E) const { ClosedBad = E.Reason; } // expect-fact: write ClosedBad
void Recorder::operator()(const Moved &E) const { MovedBad = E.X + E.Y; } // expect-fact: write MovedBad

Event decode(const std::string &Text) {
  if (Text.empty())
    return Closed();
  return Text[0] == 'm' ? Event(Moved{1, 2}) : Event(Opened{Text});
}
void record(const Event &E) {
  std::visit(Recorder(), E);
  if (const Moved *M = std::get_if<Moved>(&E))
    Recorder()(*M);
}
int weigh(const Event &E) {
  return std::visit(Overloaded{[](const Opened &) { return ++WeighedBad; }, // expect-fact: write WeighedBad
                               [](const auto &) { return ScaleOk * ++AnyBad; }},
                    E);
}
