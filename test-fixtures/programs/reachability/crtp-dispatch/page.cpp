// args: -std=c++17 -isystem {fixtures}/include
#include "page.h"

int PagesBad; // expect: stateless-mutable-global "written after start-up by 'Page::serve'" "'GET /back'" "'GET /front'" confidence proven
static int FrontBad; // expect: stateless-mutable-global "written after start-up by 'Front::render'" "'GET /front'" confidence proven
static int BackBad; // expect: stateless-mutable-global "written after start-up by 'Back::render'" "'GET /back'" confidence proven
static int SpareBad; // expect: stateless-mutable-global "written after start-up by 'Spare::render'" confidence likely
static int LastBad; // expect: stateless-mutable-global "written after start-up by 'Last::step'" "'GET /front'" confidence proven

void Front::render(httplib::Response &Res) { Res.status = ++FrontBad; } // expect-fact: write FrontBad
void Back::render(httplib::Response &Res) { Res.status = ++BackBad; }   // expect-fact: write BackBad
void Spare::render(httplib::Response &Res) { Res.status = ++SpareBad; } // expect-fact: write SpareBad
void Last::step() { ++LastBad; } // expect-fact: write LastBad
