// args: -std=c++17 -isystem {fixtures}/include
#include "routes.h"

static int ArrayedBad; // expect: stateless-mutable-global "ArrayedBad" "httplib::Server::Get"
static int ListedBad; // expect: stateless-mutable-global "ListedBad" "httplib::Server::Get"
static int MappedBad; // expect: stateless-mutable-global "MappedBad" "httplib::Server::Get"
static int StatedBad; // expect: stateless-mutable-global "StatedBad" "httplib::Server::Get"
static int TupledBad; // expect: stateless-mutable-global "TupledBad" "httplib::Server::Get"
static int TypedBad; // expect: stateless-mutable-global "TypedBad" "httplib::Server::Get"
static int UnpackedBad; // expect: stateless-mutable-global "UnpackedBad" "httplib::Server::Get"

using httplib::Request;
using httplib::Response;

void arrayed(const Request &, Response &Res) { Res.status = ++ArrayedBad; } // expect-fact: write ArrayedBad
void listed(const Request &, Response &Res) { Res.status = ++ListedBad; } // expect-fact: write ListedBad
void mapped(const Request &, Response &Res) { Res.status = ++MappedBad; } // expect-fact: write MappedBad
void stated(const Request &, Response &Res) { Res.status = ++StatedBad; } // expect-fact: write StatedBad
void tupled(const Request &, Response &Res) { Res.status = ++TupledBad; } // expect-fact: write TupledBad
void typed(const Request &, Response &Res) { Res.status = ++TypedBad; } // expect-fact: write TypedBad
void unpacked(const Request &, Response &Res) { Res.status = ++UnpackedBad; } // expect-fact: write UnpackedBad
