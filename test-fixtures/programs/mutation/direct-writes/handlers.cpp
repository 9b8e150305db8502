// args: -std=c++17 -isystem {fixtures}/include
#include "state.h"
#include <httplib.h>

void hit(const httplib::Request &, httplib::Response &Res) {
  ++HitsBad;          // expect-fact: write HitsBad
  TotalBad += StepOk; // expect-fact: write TotalBad
  Res.set_content(std::to_string(HitsBad % LimitOk), "text/plain");
}

void remember(const httplib::Request &Req, httplib::Response &Res) {
  LastBad = Req.body;                        // expect-fact: write LastBad
  SlotsBad[Req.body.size() % 4] = LimitOk;   // expect-fact: write SlotsBad
  ResetBad = Req.body.empty();               // expect-fact: write ResetBad
  Res.status = 204;
}

void move(const httplib::Request &Req, httplib::Response &) {
  WhereBad.Y = int(Req.body.size()); // expect-fact: write WhereBad
  RatesBad[1][0] *= 2;               // expect-fact: write RatesBad
  ResetBad |= Req.has_param("x");    // expect-fact: write ResetBad
}
