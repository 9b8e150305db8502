// What only logs tell is a diagnostic, also in atomics, texts and fields.
#include <atomic>
#include <httplib.h>
#include <iostream>
#include <map>
#include <string>

using httplib::Request, httplib::Response;

static std::atomic<long> HitsOk;   // expect-benign: stateless-mutable-global "diagnostic"
static std::string LongestOk;      // expect-benign: stateless-mutable-global "diagnostic"
static std::atomic<long> TicketBad; // expect: stateless-mutable-global "TicketBad"
static std::string LastBad;        // expect: stateless-mutable-global "LastBad"
static std::atomic<long> RoundBad; // expect: stateless-mutable-global "RoundBad"

namespace {
class Counts {
public:
  void add(const Request &Q) {
    ++TotalOk;
    ++PerPathBad[Q.path];
  }
  void dump() const { std::clog << "total " << TotalOk << "\n"; }
  size_t paths() const { return PerPathBad.size(); }

private:
  long TotalOk = 0;
  std::map<std::string, long> PerPathBad;
};
} // namespace

int main() {
  httplib::Server Server;
  // expect@+1: stateless-mutable-global "keeps state: 'Counts::PerPathBad', on"
  Counts Kept;
  Server.Get("/", [&](const Request &Q, Response &R) {
    ++HitsOk;
    LongestOk.append(Q.path);
    std::cerr << HitsOk << " of " << std::to_string(HitsOk.load()) << ": " << LongestOk.c_str() << std::endl;
    long Ticket = TicketBad.fetch_add(1);
    std::cerr << TicketBad << LastBad << '\n';
    R.set_content(LastBad + std::to_string(Ticket), "text/plain");
    LastBad = Q.body;
    std::cout << (RoundBad = RoundBad + 1) << '\n';
    R.status = RoundBad % 2 ? 200 : 404;
    Kept.add(Q);
    Kept.dump();
  });
  Server.Get("/paths", [&](const Request &, Response &R) { R.set_content(std::to_string(Kept.paths()), "text/plain"); });
  Server.listen("0.0.0.0", 80);
}
