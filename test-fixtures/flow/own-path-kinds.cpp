// args: -std=c++20 -isystem {fixtures}/include
// More classes that hold texts, two objects of each: one in /tmp is written, the
// other lies outside and is only read.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <httplib.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>
// A setter after the making.
class Log {
public:
  void open(const char *P) { Path = P; }
  void add(const char *T) { std::ofstream(Path) << T; }
  bool any() const { return std::ifstream(Path).good(); }

private:
  std::string Path;
};
// A structure of C.
struct Rec {
  char Path[64];
  int Mode;
};
static void recInit(Rec *R, const char *P) {
  strncpy(R->Path, P, sizeof R->Path);
  R->Mode = 1;
}
static void recWrite(const Rec *R) {
  if (FILE *F = fopen(R->Path, "w"))
    fclose(F);
}
static bool recRead(const Rec *R) {
  FILE *F = fopen(R->Path, "r");
  return F && fclose(F) == 0;
}
// Behind an interface.
struct Store {
  virtual ~Store() = default;
  virtual void put(const std::string &) = 0;
  virtual std::string get() = 0;
};
struct FileStore : Store {
  explicit FileStore(std::string P) : Path(std::move(P)) {}
  void put(const std::string &T) override { std::ofstream(Path) << T; }
  std::string get() override {
    std::string S;
    std::ifstream(Path) >> S;
    return S;
  }
  std::string Path;
};
// A string whose constructors and assignment call a method.
class Str {
public:
  Str(const char *S = "") { assign(S); }
  Str(const Str &O) { assign(O.B); }
  Str &operator=(const Str &O) {
    assign(O.B);
    return *this;
  }
  void assign(const char *S) { snprintf(B, sizeof B, "%s", S); }
  const char *c() const { return B; }
  operator const char *() const { return B; }

private:
  char B[128];
};
static Str tmpName() {
  Str S;
  S = "/tmp/x";
  return S;
}
static void strWrite(Str S) {
  if (FILE *F = fopen(S, "w"))
    fclose(F);
}
static bool strRead(const Str &S) {
  FILE *F = fopen(S.c(), "r");
  return F && fclose(F) == 0;
}
// Kept by reference.
class Writer {
public:
  explicit Writer(const FileStore &S) : S(S) {}
  void go() { std::ofstream(S.Path + ".w") << 1; }

private:
  const FileStore &S;
};
// In a std::optional.
struct Opt {
  std::string P;
};
static std::optional<Opt> Maybe() { return Opt{"/tmp/maybe"}; }
static void optWrite(const Opt &O) { std::ofstream(O.P) << 1; }
static bool optRead(const Opt &O) { return std::ifstream(O.P).good(); }
// From a factory, behind a smart pointer.
class Res {
public:
  static std::shared_ptr<Res> make(const std::string &P) { return std::make_shared<Res>(P); }
  explicit Res(std::string P) : P(std::move(P)) {}
  void w() const { std::ofstream(P) << 1; }
  bool r() const { return std::ifstream(P).good(); }

private:
  std::string P;
};
// Copies that change.
struct Cfg {
  std::string Dir = "/etc/app";
};
static void cfgWrite(const Cfg &C) { std::ofstream(C.Dir + "/f") << 1; }
static bool cfgRead(const Cfg &C) { return std::ifstream(C.Dir + "/f").good(); }
// In an object that is given it.
class Job {
public:
  Job(Cfg C, std::string N) : C(std::move(C)), N(std::move(N)) {}
  void w() { std::ofstream(C.Dir + "/" + N) << 1; }
  bool r() { return std::ifstream(C.Dir + "/" + N).good(); }

private:
  Cfg C;
  std::string N;
};
// Looks like a pointer, and holds no text.
struct Cursor {
  std::vector<int>::iterator At{};
  int here() const {
    auto Here = At;
    return *Here;
  }
};
static const Cfg Base{"/tmp/base"};
int main() {
  httplib::Server S;
  Log Tmp, Etc;
  Tmp.open("/tmp/log");
  Etc.open("/etc/log");
  auto A = std::make_unique<FileStore>("/tmp/store");
  auto B = std::make_unique<FileStore>("/etc/store");
  std::unique_ptr<Store> VA = std::make_unique<FileStore>("/tmp/vstore"), VB = std::make_unique<FileStore>("/etc/vstore");
  FileStore Ref("/tmp/ref");
  Writer W(Ref);
  S.Post("/ok", [&](const httplib::Request &Q, httplib::Response &R) {
    Tmp.add("x");
    int N = Etc.any();
    Rec X, Y;
    recInit(&X, "/tmp/rec");
    recInit(&Y, "/etc/rec");
    recWrite(&X);
    N += recRead(&Y);
    A->put(Q.body);
    R.set_content(B->get(), "t");
    VA->put(Q.body);
    R.set_content(VB->get(), "t");
    strWrite(tmpName());
    strWrite("/tmp/y");
    N += strRead("/etc/y");
    W.go();
    optWrite(*Maybe());
    N += optRead(Opt{"/etc/opt"});
    Res::make("/tmp/res")->w();
    N += Res::make("/etc/res")->r();
    Cfg C;
    C.Dir = "/tmp/cfg";
    cfgWrite(C);
    N += cfgRead(Cfg());
    Cfg D = Base;
    cfgWrite(D);
    D.Dir += "/sub";
    cfgWrite(D);
    Job(Base, "j").w();
    N += Job(Cfg(), "k").r();
    auto F = [C] { cfgWrite(C); };
    F();
    auto G = [K = Cfg{"/tmp/k"}] { std::ofstream(K.Dir) << 1; };
    G();
    R.status = N;
  });
  S.listen("0.0.0.0", 80);
}
