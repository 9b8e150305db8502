// What each request overwrites before it reads it carries nothing over: in
// objects, by references, and in fields of one object.
#include <httplib.h>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

using httplib::Request, httplib::Response;

static std::string LineOk;                   // expect-benign: stateless-mutable-global "scratch"
static std::string TextOk;                   // expect-benign: stateless-mutable-global "scratch"
static std::vector<int> PartsOk;             // expect-benign: stateless-mutable-global "scratch"
static std::vector<int> PartsBad;            // expect: stateless-mutable-global "PartsBad"
static std::optional<std::string> NoteBad;   // expect: stateless-mutable-global "NoteBad"
static std::optional<std::string> NoteOk;    // expect-benign: stateless-mutable-global "scratch"
static thread_local std::string PerThreadOk; // expect-benign: stateless-mutable-global "scratch"
static std::string CaughtBad;                // expect: stateless-mutable-global "CaughtBad"
static std::string LentBad;                  // expect: stateless-mutable-global "LentBad"
static const std::string &Lent = LentBad;
static std::string OtherHandlerBad;          // expect: stateless-mutable-global "OtherHandlerBad"
static int ThreadBad;                        // expect: stateless-mutable-global "ThreadBad"

static const std::string &line(const Request &Q) {
  LineOk.clear();
  LineOk += Q.path;
  return LineOk;
}
static void set(std::string &Into, const std::string &Text) { Into = Text; }
static void note(const Request &Q) {
  if (!Q.body.empty())
    NoteBad = Q.body;
  NoteOk.reset();
  if (!Q.body.empty())
    NoteOk = Q.body;
}
static void parse(const Request &Q) {
  if (Q.body.empty())
    throw 1;
  CaughtBad = Q.body;
}

namespace {
class Report {
public:
  std::string render(const Request &Q) {
    RowsOk.clear();
    collect(Q);
    if (Q.has_param("title"))
      TitleBad = Q.path;
    std::string All = TitleBad;
    for (const std::string &Row : RowsOk)
      All += Row;
    return All;
  }
  const std::string &error() const { return ErrorOk; }
  void check(const Request &Q) { ErrorOk = Q.body.empty() ? "empty" : ""; }

private:
  void collect(const Request &Q) { RowsOk.push_back(Q.path); }
  std::vector<std::string> RowsOk;
  std::string TitleBad;
  std::string ErrorOk;
};
} // namespace

static void work() {
  for (;;) {
    ThreadBad = ThreadBad + 1;
    std::this_thread::yield();
  }
}

int main() {
  httplib::Server Server;
  // expect@+1: stateless-mutable-global "keeps state: 'Report::TitleBad', on 'GET /report'"
  Report Reports;
  std::thread Worker(work);
  Server.Get("/", [](const Request &Q, Response &R) {
    R.set_content(Lent, "text/plain");
    LentBad = Q.body;
    set(TextOk, Q.body);
    PartsOk.clear();
    PartsOk.push_back(1);
    PartsBad.push_back(static_cast<int>(PartsBad.size()));
    note(Q);
    PerThreadOk = Q.path;
    try {
      parse(Q);
    } catch (int) {
    }
    R.set_content(line(Q) + TextOk + std::to_string(PartsOk.size() + PartsBad.size()) + NoteBad.value_or("") + NoteOk.value_or("") + PerThreadOk + CaughtBad, "text/plain");
  });
  Server.Get("/set", [](const Request &Q, Response &R) {
    OtherHandlerBad = Q.body;
    R.set_content(OtherHandlerBad, "text/plain");
  });
  Server.Get("/get", [](const Request &, Response &R) { R.set_content(OtherHandlerBad + std::to_string(ThreadBad), "text/plain"); });
  Server.Get("/report", [&](const Request &Q, Response &R) {
    Reports.check(Q);
    R.set_content(Reports.render(Q) + Reports.error(), "text/plain");
  });
  Server.listen("0.0.0.0", 80);
}
