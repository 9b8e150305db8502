// args: -std=c++20 -isystem {fixtures}/include
// How objects that hold texts are made: each text belongs to the object that
// was given it. For each kind one object lies in /tmp and is written, one lies
// outside and is only read, and one lies outside and is written.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <memory>
#include <string>

static bool reads(const char *P) {
  FILE *F = fopen(P, "r");
  return F && fclose(F) == 0;
}

// A view with an implicit constructor, passed by value.
class View {
public:
  View(const char *S) : Data(S), Size(std::strlen(S)) {}
  View(const std::string &S) : Data(S.data()), Size(S.size()) {}
  const char *data() const { return Data; }
  size_t size() const { return Size; }

private:
  const char *Data;
  size_t Size;
};
static bool viewRead(View V) { return reads(V.data()); }
static void viewWrite(View V) {
  if (FILE *F = fopen(V.data(), "w"))
    fclose(F);
}

// A buffer inside.
class Fixed {
public:
  explicit Fixed(const char *S) { std::snprintf(Text, sizeof Text, "%s", S); }
  operator const char *() const { return Text; }

private:
  char Text[256];
};
static bool fixedRead(const Fixed &P) { return reads(P); }
static void fixedWrite(const Fixed &P) {
  if (FILE *F = fopen(P, "w"))
    fclose(F);
}

// A library's path inside, and operators that make new objects.
class Folder {
public:
  explicit Folder(std::filesystem::path P) : Path(std::move(P)) {}
  Folder operator/(const char *Name) const { return Folder(Path / Name); }
  friend Folder operator+(const Folder &A, const std::string &Suffix) { return Folder(A.Path.string() + Suffix); }
  const std::filesystem::path &native() const { return Path; }

private:
  std::filesystem::path Path;
};
static bool folderRead(const Folder &F) { return std::ifstream(F.native()).good(); }
static void folderWrite(const Folder &F) { std::ofstream(F.native()) << "x"; }

// A copy that grows.
class Name {
public:
  Name(const char *S) : Text(S) {}
  Name operator+(const char *More) const {
    Name Result = *this;
    Result.Text += More;
    return Result;
  }
  const char *c_str() const { return Text.c_str(); }

private:
  std::string Text;
};
static bool nameRead(const Name &N) { return reads(N.c_str()); }
static void nameWrite(const Name &N) { std::ofstream(N.c_str()) << "x"; }

// A base class holds the name.
class Named {
public:
  const std::string &name() const { return Text; }

protected:
  explicit Named(std::string S) : Text(std::move(S)) {}

private:
  std::string Text;
};
class Document : public Named {
public:
  explicit Document(const std::string &S) : Named(S) {}
};
class Report : public Named {
public:
  using Named::Named;
  Report(const std::string &Folder, const std::string &File) : Report(Folder + "/" + File) {}
  explicit Report(const std::string &S) : Named(S) {}
};
static bool namedRead(const Named &N) { return std::ifstream(N.name()).good(); }
static void namedWrite(const Named &N) { std::ofstream(N.name()) << "x"; }

// A builder hands itself on.
class Target {
public:
  const std::string &path() const { return Path; }

private:
  friend class TargetBuilder;
  std::string Path;
};
class TargetBuilder {
public:
  TargetBuilder &folder(const std::string &S) {
    Folder = S;
    return *this;
  }
  TargetBuilder &file(const std::string &S) {
    File = S;
    return *this;
  }
  Target build() const {
    Target T;
    T.Path = Folder + "/" + File;
    return T;
  }

private:
  std::string Folder, File;
};
static bool targetRead(const Target &T) { return std::ifstream(T.path()).good(); }
static void targetWrite(const Target &T) { std::ofstream(T.path()) << "x"; }

// A class template.
template <typename Char> class BasicPath {
public:
  explicit BasicPath(const Char *S) : Text(S) {}
  const std::basic_string<Char> &str() const { return Text; }

private:
  std::basic_string<Char> Text;
};
using Path = BasicPath<char>;
static bool pathRead(const Path &P) { return std::ifstream(P.str()).good(); }
static void pathWrite(const Path &P) { std::ofstream(P.str()) << "x"; }

// The implementation is elsewhere.
class Handle {
public:
  explicit Handle(const char *S);
  ~Handle();
  const std::string &where() const;

private:
  struct Impl;
  std::unique_ptr<Impl> Inside;
};
struct Handle::Impl {
  explicit Impl(std::string S) : Where(std::move(S)) {}
  std::string Where;
};
Handle::Handle(const char *S) : Inside(std::make_unique<Impl>(S)) {}
Handle::~Handle() = default;
const std::string &Handle::where() const { return Inside->Where; }
static bool handleRead(const Handle &H) { return std::ifstream(H.where()).good(); }
static void handleWrite(const Handle &H) { std::ofstream(H.where()) << "x"; }

// Own classes in own classes, given member by member.
struct Folders {
  std::string Data = "/var/lib/default";
  std::string Cache = "/tmp/default";
};
struct Config {
  Folders Where;
  Name Log = "/tmp/log";
};
static bool configRead(const Config &C) { return std::ifstream(C.Where.Data).good(); }
static void configWrite(const Config &C) { std::ofstream(C.Where.Data) << "x"; }
static void cacheWrite(const Config &C) { std::ofstream(C.Where.Cache) << C.Log.c_str(); }
static Config temporary() {
  Config C;
  C.Where.Data = "/tmp/config";
  return C;
}

int main() {
  httplib::Server S;
  S.Post("/ok", [](const httplib::Request &, httplib::Response &R) {
    viewWrite("/tmp/view");
    fixedWrite(Fixed("/tmp/fixed"));
    folderWrite(Folder("/tmp") / "folder");
    folderWrite(Folder("/tmp/folder") + ".bak");
    nameWrite(Name("/tmp/name") + ".bak");
    namedWrite(Document("/tmp/document"));
    namedWrite(Report("/tmp", "report"));
    targetWrite(TargetBuilder().folder("/tmp").file("target").build());
    pathWrite(Path("/tmp/path"));
    handleWrite(Handle("/tmp/handle"));
    configWrite(temporary());
    cacheWrite(Config());
    int Found = viewRead("/etc/view") + fixedRead(Fixed("/etc/fixed")) + folderRead(Folder("/etc") / "folder") +
                nameRead(Name("/etc/name") + ".bak") + namedRead(Document("/etc/document")) + namedRead(Report("/etc", "report")) +
                targetRead(TargetBuilder().folder("/etc").file("target").build()) + pathRead(Path("/etc/path")) +
                handleRead(Handle("/etc/handle")) + configRead(Config());
    R.set_content(std::to_string(Found), "text/plain");
  });
  S.Post("/bad", [](const httplib::Request &, httplib::Response &) {
    viewWrite("/var/lib/view"); // expect: stateless-local-file-write "'/var/lib/view'" "'POST /bad'" confidence proven
    fixedWrite(Fixed("/var/lib/fixed")); // expect: stateless-local-file-write "'/var/lib/fixed'" confidence proven
    folderWrite(Folder("/var/lib") / "folder"); // expect: stateless-local-file-write "'/var/lib/folder'" confidence proven
    nameWrite(Name("/var/lib/name") + ".bak"); // expect: stateless-local-file-write "'/var/lib/name.bak'" confidence proven
    namedWrite(Document("/var/lib/document")); // expect: stateless-local-file-write "'/var/lib/document'" confidence proven
    namedWrite(Report("/var/lib", "report")); // expect: stateless-local-file-write "'/var/lib/report'" confidence proven
    targetWrite(TargetBuilder().folder("/var/lib").file("target").build()); // expect: stateless-local-file-write "'/var/lib/target'" confidence proven
    pathWrite(Path("/var/lib/path")); // expect: stateless-local-file-write "'/var/lib/path'" confidence proven
    handleWrite(Handle("/var/lib/handle")); // expect: stateless-local-file-write "'/var/lib/handle'" confidence proven
    configWrite(Config()); // expect: stateless-local-file-write "'/var/lib/default'" confidence proven
  });
  S.listen("0.0.0.0", 80);
}
