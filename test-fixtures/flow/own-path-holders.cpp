// args: -std=c++20 -isystem {fixtures}/include
// Objects that hold texts and stay: told apart by the variable or the field
// that holds them. What cannot be told apart is not proven.
#include <fstream>
#include <functional>
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

// Two static objects of one class.
class Logger {
public:
  explicit Logger(const char *P) : Path(P) {}
  void add(const std::string &Line) { std::ofstream(Path, std::ios::app) << Line; } // expect: stateless-local-file-write "'/var/log/audit'" "'POST /audit'"
  bool any() const { return std::ifstream(Path).good(); }

private:
  std::string Path;
};
static Logger Scratch("/tmp/scratch"), Audit("/var/log/audit"), Host("/etc/hostname");

// Two members of one object, and one behind an accessor.
class Journal {
public:
  explicit Journal(std::string P) : Path(std::move(P)) {}
  void add(const std::string &Line) { std::ofstream(Path) << Line; }
  bool any() const { return std::ifstream(Path).good(); }

private:
  std::string Path;
};
struct App {
  Journal Access{"/tmp/access"};
  Journal Old{"/var/log/old"};
  static App &instance() {
    static App TheApp;
    return TheApp;
  }
};

// A setter is called on one of two.
class Spool {
public:
  void setFolder(const std::string &F) { Folder = F; }
  void put(const std::string &Name) { std::ofstream(Folder + "/" + Name) << "x"; } // expect: stateless-local-file-write "'/var/spool/" "'POST /spool'"
  bool has(const std::string &Name) const { return std::ifstream(Folder + "/" + Name).good(); }

private:
  std::string Folder = "/tmp";
};
static Spool Near, Far, Other;

// Set by a function that is given the object.
struct Settings {
  std::string Cache;
};
static void toTmp(Settings &S) { S.Cache = "/tmp/settings"; }
static void toEtc(Settings &S) { S.Cache = "/etc/settings"; }
static void save(const Settings &S) { std::ofstream(S.Cache) << "x"; }
static bool saved(const Settings &S) { return std::ifstream(S.Cache).good(); }

// Which element it is, nobody knows: not proven.
class Sink {
public:
  explicit Sink(const char *P) : Path(P) {}
  void add(const std::string &Line) { std::ofstream(Path) << Line; } // expect: stateless-local-file-write "may write '/var/log/sink'" "'POST /sinks'" confidence possible

private:
  std::string Path;
};
static std::vector<Sink> Sinks;

// All elements lie outside.
class Store {
public:
  explicit Store(const char *P) : Path(P) {}
  void add(const std::string &Line) { std::ofstream(Path) << Line; } // expect: stateless-local-file-write "may write '/var/log/store" "'POST /stores'" confidence likely

private:
  std::string Path;
};
static std::vector<std::unique_ptr<Store>> Stores;

// A pointer to it was given away: what is stored anywhere may be stored there.
struct Options {
  std::string Folder = "/tmp";
};
static Options *Given;
static void change() { Given->Folder = "/var/lib/changed"; }

// A handler object that the framework calls.
class Upload {
public:
  explicit Upload(std::string F) : Folder(std::move(F)) {}
  void operator()(const httplib::Request &Req, httplib::Response &) const { std::ofstream(Folder + "/x") << Req.body; } // expect: stateless-local-file-write "'/var/lib/uploads/x'"

private:
  std::string Folder;
};

int main() {
  httplib::Server S;
  Far.setFolder("/var/spool");
  Other.setFolder("/etc");
  Sinks.push_back(Sink("/tmp/sink"));
  Sinks.emplace_back("/var/log/sink");
  Stores.push_back(std::make_unique<Store>("/var/log/store1"));
  Stores.push_back(std::make_unique<Store>("/var/log/store2"));
  Settings Written, Read;
  toTmp(Written);
  toEtc(Read);
  Options Lent; // expect: stateless-mutable-global "Options::Folder"
  Given = &Lent;
  S.Post("/audit", [](const httplib::Request &Req, httplib::Response &R) {
    Scratch.add(Req.body);
    Audit.add(Req.body);
    R.status = Host.any() ? 200 : 404;
  });
  S.Post("/access", [](const httplib::Request &Req, httplib::Response &R) {
    App::instance().Access.add(Req.body);
    R.status = App::instance().Old.any() ? 200 : 404;
  });
  S.Post("/spool", [](const httplib::Request &Req, httplib::Response &R) {
    Near.put("near");
    Far.put("far");
    R.status = Other.has("other") ? 200 : 404;
  });
  S.Post("/settings", [&](const httplib::Request &Req, httplib::Response &R) {
    save(Written);
    R.status = saved(Read) ? 200 : 404;
  });
  S.Post("/sinks", [](const httplib::Request &Req, httplib::Response &) {
    for (Sink &One : Sinks)
      One.add(Req.body);
  });
  S.Post("/stores", [](const httplib::Request &Req, httplib::Response &) { Stores[Req.body.size()]->add(Req.body); });
  S.Post("/change", [](const httplib::Request &, httplib::Response &) { change(); });
  S.Post("/lent", [&](const httplib::Request &Req, httplib::Response &) {
    std::ofstream(Lent.Folder + "/x") << Req.body; // expect: stateless-local-file-write "may write '/var/lib/changed/x'" confidence possible
  });
  S.Post("/upload", Upload("/var/lib/uploads"));
  S.listen("0.0.0.0", 80);
}
