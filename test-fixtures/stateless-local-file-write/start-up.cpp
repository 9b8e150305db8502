// What is written before the program serves, each start makes anew; unless what
// is opened there is written later, when requests come.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <iostream>
#include <memory>
#include <string>
#include <unistd.h>

using httplib::Request;
using httplib::Response;
namespace fs = std::filesystem;

//===-- Done with by then -------------------------------------------------===//

static void writePid() {
  FILE *F = fopen("/run/a.pid", "w"); // expect: stateless-local-file-write "'/run/a.pid', outside the writable roots, at start-up" severity note
  if (F == nullptr)
    exit(1);
  fprintf(F, "%d\n", getpid());
  fclose(F);
}

static void writePidByNumber() {
  int Fd;
  if ((Fd = open("/run/b.pid", O_CREAT | O_WRONLY, 0644)) < 0) // expect: stateless-local-file-write "at start-up" severity note
    return;
  if (write(Fd, "1", 1) != 1)
    perror("write");
  close(Fd);
}

static void writePages() {
  fs::create_directories("/srv/pages"); // expect: stateless-local-file-write "at start-up" severity note
  for (const char *Name : {"a", "b"}) {
    std::ofstream Out("/srv/pages/" + std::string(Name)); // expect: stateless-local-file-write "at start-up" severity note
    if (!Out)
      return;
    Out << Name;
    Out.close();
  }
  std::ofstream Later;
  Later.open("/srv/index"); // expect: stateless-local-file-write "at start-up" severity note
  Later << "a, b";
}

// The caller decides the path.
static void save(const std::string &Path, const std::string &Text) {
  std::ofstream Out(Path);
  Out << Text;
}

static void renew() {
  fs::rename("/srv/new", "/srv/old"); // expect: stateless-local-file-write "at start-up" severity note
  unlink("/srv/lock");                // expect: stateless-local-file-write "at start-up" severity note
  system("touch /srv/started");       // expect: stateless-local-file-write "at start-up" severity note
}

//===-- Written when requests come ----------------------------------------===//

static FILE *Journal;
static std::ofstream Events;
struct Audit {
  std::ofstream Out;
  explicit Audit(const std::string &Path) : Out(Path) {}
  void add(const std::string &Line) { Out << Line; }
};
static FILE *openFile(const char *Path) { return fopen(Path, "a"); }

struct Store {
  // In both: what a request does counts.
  void flush() const {
    std::ofstream Out("/srv/store"); // expect: stateless-local-file-write "'/srv/store', outside the writable roots, on 'POST /add'" severity warning
    Out << 1;
  }
};

int main() {
  writePid();
  writePidByNumber();
  writePages();
  renew();
  save("/srv/banner", "hello"); // expect: stateless-local-file-write "'/srv/banner', outside the writable roots, at start-up" severity note
  Journal = fopen("/srv/journal", "a"); // expect: stateless-local-file-write "'/srv/journal', outside the writable roots" severity warning
  Events.open("/srv/events"); // expect: stateless-local-file-write "'/srv/events', outside the writable roots" severity warning
  Audit Trail("/srv/audit"); // expect: stateless-local-file-write "'/srv/audit', outside the writable roots" severity warning
  FILE *Lines = openFile("/srv/lines"); // expect: stateless-local-file-write "'/srv/lines', outside the writable roots" severity warning
  std::ofstream Captured("/srv/captured"); // expect: stateless-local-file-write "'/srv/captured', outside the writable roots" severity warning
  std::ofstream Chosen("/srv/chosen"); // expect: stateless-local-file-write "'/srv/chosen', outside the writable roots" severity warning
  std::ostream &Log = getenv("QUIET") ? Chosen : std::cout;
  std::ofstream After("/srv/after"); // expect: stateless-local-file-write "'/srv/after', outside the writable roots" severity warning
  Store Kept;
  Kept.flush();
  httplib::Server Server;
  Server.Post("/add", [&](const Request &Q, Response &) {
    fputs(Q.body.c_str(), Journal);
    Events << Q.body;
    Trail.add(Q.body);
    fputs(Q.body.c_str(), Lines);
    Captured << Q.body;
    Log << Q.body;
    Kept.flush();
    save("/srv/last", Q.body); // expect: stateless-local-file-write "'/srv/last', outside the writable roots, on 'POST /add'" severity warning
  });
  Server.listen("127.0.0.1", 8080);
  After << "over";
  save("/srv/state", "over"); // expect: stateless-local-file-write "'/srv/state', outside the writable roots" severity warning
}
