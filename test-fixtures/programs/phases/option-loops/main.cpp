// args: -std=c++17 -isystem {fixtures}/include
// Loops that read options, walk arguments, parse a file and wait for a
// dependency are no serving loops: serving starts at listen.
#include "options.h"
#include <getopt.h>
#include <httplib.h>
#include <unistd.h>

static int TurnsOk; // expect-benign: stateless-mutable-global "start-up"
static int ServedBad; // expect: stateless-mutable-global "lambda in 'main'" "'GET /setting'" confidence proven

int main(int Argc, char **Argv) {
  static const option Long[] = {{"verbose", no_argument, nullptr, 'v'}, {nullptr, 0, nullptr, 0}};
  for (int C; (C = getopt_long(Argc, Argv, "vp:", Long, nullptr)) != -1;) {
    switch (C) {
    case 'v':
      VerboseOk = true;
      break;
    case 'p':
      PortOk = std::stoi(optarg);
      break;
    }
  }
  while (optind < Argc)
    FilesOk.push_back(Argv[optind++]);
  std::string Line;
  while (readLine(Line))
    apply(Line);
  while (!probe()) {
    ++TurnsOk;
    sleep(1);
  }
  httplib::Server App;
  App.Get("/setting", [](const httplib::Request &Req, httplib::Response &Res) {
    ++ServedBad; // expect-fact: write ServedBad
    auto It = SettingsOk.find(Req.path);
    Res.status = It == SettingsOk.end() ? 404 : 200 + TurnsOk + VerboseOk + int(FilesOk.size());
  });
  return !App.listen("0.0.0.0", PortOk);
}
