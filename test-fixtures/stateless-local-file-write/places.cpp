// Where a write can stand: templates, macros, constructors, lambdas, initialisers.
#include <filesystem>
#include <fstream>
#include <string>

// One line, one finding, however many instantiations.
template <class T> void dumpBad(const T &Value) {
  std::ofstream Out("/var/lib/app/template"); // expect: stateless-local-file-write "/var/lib/app/template" confidence likely
  Out << Value;
}
template void dumpBad<int>(const int &);
template void dumpBad<double>(const double &);

template <class T> void neverInstantiatedBad(const T &Value) {
  std::ofstream Out("/var/lib/app/pattern"); // expect: stateless-local-file-write "/var/lib/app/pattern"
  Out << Value;
}

template <class T> class SnapshotBase {
public:
  void storeBad(const T &Value) {
    std::ofstream Out;
    Out.open("/var/lib/app/class-template"); // expect: stateless-local-file-write "/var/lib/app/class-template"
    Out << Value;
  }
};
void useSnapshotBad() { SnapshotBase<int>().storeBad(1); }

template <class T> void saveValue(const T &Value, const std::string &Path) {
  std::ofstream Out(Path);
  Out << Value;
}
void templateWrapperBad() {
  saveValue(1, "/var/lib/app/template-wrapper"); // expect: stateless-local-file-write "/var/lib/app/template-wrapper"
}
void templateWrapperOk() { saveValue(2.0, "/tmp/template-wrapper"); }

#define TOUCH(PATH) std::ofstream(PATH, std::ios::app)
void macroBad() {
  TOUCH("/var/lib/app/macro"); // expect: stateless-local-file-write "/var/lib/app/macro" confidence likely
}
void macroOk() { TOUCH("/tmp/macro"); }

class LogBad {
public:
  LogBad() { std::filesystem::create_directories("/var/log/app/constructor"); } // expect: stateless-local-file-write "/var/log/app/constructor"
};

class MemberBad {
public:
  MemberBad() : Out("/var/log/app/member") {} // expect: stateless-local-file-write "/var/log/app/member"

private:
  std::ofstream Out;
};

class DefaultMemberBad {
public:
  DefaultMemberBad() {}

private:
  std::ofstream Out{"/var/log/app/default-member"}; // expect: stateless-local-file-write "/var/log/app/default-member"
};

class BaseBad : public std::ofstream {
public:
  BaseBad() : std::ofstream("/var/log/app/base") {} // expect: stateless-local-file-write "/var/log/app/base"
};

class CleanupBad {
public:
  ~CleanupBad() { std::filesystem::remove_all("/var/lib/app/destructor"); } // expect: stateless-local-file-write "/var/lib/app/destructor"
};

void lambdaBad() {
  auto Save = [] {
    std::ofstream Out("/var/lib/app/lambda"); // expect: stateless-local-file-write "/var/lib/app/lambda" confidence likely
  };
  Save();
}

void captureBad() {
  const std::string Path = "/var/lib/app/capture";
  auto Save = [Path] {
    std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/app/capture"
  };
  Save();
}

void lambdaParameterBad() {
  auto Save = [](const std::string &Path) { std::ofstream Out(Path); };
  Save("/var/lib/app/lambda-parameter"); // expect: stateless-local-file-write "/var/lib/app/lambda-parameter"
  Save("/tmp/lambda-parameter");
}

// A dynamic initialiser at namespace scope runs before main.
static const bool Prepared = std::filesystem::create_directories("/var/lib/app/initialiser"); // expect: stateless-local-file-write "/var/lib/app/initialiser"
static const bool PreparedInside = std::filesystem::create_directories("/tmp/app/initialiser");

void localStaticBad() {
  static const bool Done = std::filesystem::create_directory("/var/lib/app/local-static"); // expect: stateless-local-file-write "/var/lib/app/local-static"
  (void)Done;
}

// A call through the name that a using-directive brings in.
void usingBad() {
  using namespace std::filesystem;
  create_directory("/var/lib/app/using"); // expect: stateless-local-file-write "/var/lib/app/using"
}

void usingOk() {
  using std::filesystem::create_directory;
  if (Prepared || PreparedInside)
    create_directory("/tmp/using");
}

void aliasBad() {
  using File = std::ofstream;
  File Out("/var/lib/app/alias"); // expect: stateless-local-file-write "/var/lib/app/alias" confidence likely
}

void aliasOk() {
  using File = std::ifstream;
  File In("/var/lib/app/alias");
}

// Never evaluated.
void unevaluatedOk() {
  using Made = decltype(std::ofstream("/var/lib/app/decltype"));
  static_assert(sizeof(std::ofstream("/var/lib/app/sizeof")) == sizeof(Made));
}
