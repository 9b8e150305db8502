// What is set where a test finds it unset: no state if it is the same in every
// process, and if all who read it make sure first.
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct Request {
  std::string Body;
  bool Admin = false;
};
struct Table {
  std::map<int, std::string> Names;
  void load() { Names[1] = "one"; }
};

//===-- The same everywhere -----------------------------------------------===//

static bool ReadyOk;                       // expect-benign: stateless-mutable-global "computed once"
static std::map<int, std::string> TextsOk; // expect-benign: stateless-mutable-global "computed once"
static const std::string &text(int Code) {
  if (!ReadyOk) {
    TextsOk[200] = "OK";
    TextsOk[404] = "Not Found";
    ReadyOk = true;
  }
  return TextsOk.find(Code)->second;
}

static Table *PointerOk; // expect-benign: stateless-mutable-global "computed once"
static const std::string &name(int Key) {
  if (PointerOk == nullptr) {
    PointerOk = new Table;
    PointerOk->load();
  }
  return PointerOk->Names.at(Key);
}

struct Places {
  std::map<int, std::string> Names;
  void load() { Names[1] = "one"; }
};
static std::unique_ptr<Places> OwnedOk; // expect-benign: stateless-stateful-singleton "no mutable state"
static Places &owned() {
  if (OwnedOk)
    return *OwnedOk;
  OwnedOk = std::make_unique<Places>();
  OwnedOk->load();
  return *OwnedOk;
}

// The rest of the function needs its caller.
static std::unique_ptr<Table> FP_Rest; // expect: stateless-mutable-global "FP_Rest"
static const std::string &rest(int Key) {
  if (FP_Rest)
    return FP_Rest->Names.at(Key);
  FP_Rest = std::make_unique<Table>();
  FP_Rest->load();
  return FP_Rest->Names.at(Key);
}

static std::optional<std::string> HomeOk; // expect-benign: stateless-mutable-global "computed once"
static const std::string &home() {
  if (!HomeOk) {
    const char *Value = std::getenv("HOME");
    HomeOk = Value ? Value : "/";
  }
  return *HomeOk;
}

static bool WarnedOk; // expect-benign: stateless-mutable-global "computed once"
static void warn() {
  if (!WarnedOk) {
    WarnedOk = true;
    write(2, "old client\n", 11);
  }
}

static int LevelOk; // expect-benign: stateless-mutable-global "computed once"
static void readLevel() { LevelOk = std::atoi(std::getenv("LEVEL")); }
static int level() {
  if (LevelOk == 0)
    readLevel();
  return LevelOk;
}

//===-- What a request puts in, or chooses --------------------------------===//

static std::optional<std::string> FirstBad; // expect: stateless-mutable-global "FirstBad"
static void remember(const Request &Q) {
  if (!FirstBad)
    FirstBad = Q.Body;
}

static int SizeBad; // expect: stateless-mutable-global "SizeBad"
static int size(const Request &Q) {
  int Size = static_cast<int>(Q.Body.size());
  if (!SizeBad)
    SizeBad = Size;
  return SizeBad;
}

static std::string LastBad;        // expect: stateless-mutable-global "LastBad"
static const char *CopiedBad;      // expect: stateless-mutable-global "CopiedBad"
static const char *copied() {
  if (!CopiedBad)
    CopiedBad = LastBad.c_str();
  return CopiedBad;
}

// Whether it is set tells what was asked before.
static bool SeenAdminBad; // expect: stateless-mutable-global "SeenAdminBad"
static void note() {
  if (!SeenAdminBad)
    SeenAdminBad = true;
}
static bool seenAdmin() { return SeenAdminBad; }

static bool FilledBad;                      // expect: stateless-mutable-global "FilledBad"
static std::map<int, std::string> EarlyBad; // expect: stateless-mutable-global "EarlyBad"
static void fill() {
  if (!FilledBad) {
    EarlyBad[1] = "one";
    FilledBad = true;
  }
}
static size_t early() { return EarlyBad.size() + FilledBad; }

// The first call tells that it was the first.
static int TurnsBad; // expect: stateless-mutable-global "TurnsBad"
static int before() {
  int Before = TurnsBad;
  if (!TurnsBad)
    TurnsBad = 1;
  return Before;
}

// A field that others read without the test.
struct Settings {
  int Level = 0;
  static Settings &get() {
    static Settings OneBad; // expect: stateless-stateful-singleton "OneBad"
    return OneBad;
  }
};
static bool LoadedOk; // expect-benign: stateless-mutable-global "computed once"
static void loadSettings() {
  if (!LoadedOk) {
    Settings::get().Level = 3;
    LoadedOk = true;
  }
}

//===-- What differs by process -------------------------------------------===//

static int SecretBad; // expect: stateless-mutable-global "SecretBad"
static int secret() {
  if (!SecretBad)
    SecretBad = rand();
  return SecretBad;
}
static time_t StartedBad; // expect: stateless-mutable-global "StartedBad"
static time_t now() { return time(nullptr); }
static time_t started() {
  if (StartedBad == 0)
    StartedBad = now();
  return StartedBad;
}

//===-- What is not set once only -----------------------------------------===//

static bool ToggledBad; // expect: stateless-mutable-global "ToggledBad"
static int RunsBad;     // expect: stateless-mutable-global "RunsBad"
static void toggle() {
  if (!ToggledBad) {
    RunsBad = RunsBad + 1;
    ToggledBad = true;
  }
}
static void reset() { ToggledBad = false; }

static bool OpenBad; // expect: stateless-mutable-global "OpenBad"
static int turn() {
  if (!OpenBad) {
    OpenBad = true;
    return 1;
  }
  OpenBad = false;
  return 0;
}

static int CountBad; // expect: stateless-mutable-global "CountBad"
static int count() {
  if (CountBad == 0)
    ++CountBad;
  else
    CountBad += 1;
  return CountBad;
}

static Table *GrownBad; // expect: stateless-stateful-singleton "GrownBad"
static Table &grown() {
  if (!GrownBad)
    GrownBad = new Table;
  return *GrownBad;
}

int main() {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, nullptr, nullptr);
    char Buffer[64];
    Request Q{std::string(Buffer, recv(Client, Buffer, sizeof Buffer, 0))};
    warn();
    remember(Q);
    LastBad = Q.Body;
    if (Q.Admin) {
      note();
      loadSettings();
      fill();
      reset();
    }
    toggle();
    grown().Names[Client] = "more";
    std::string Answer = text(200) + name(1) + owned().Names.at(1) + rest(1) + home() + *FirstBad +
                         copied() + grown().Names[2];
    Answer += std::to_string(level() + size(Q) + seenAdmin() + early() +
                             secret() + started() + RunsBad + turn() +
                             count() + before() +
                             Settings::get().Level);
    send(Client, Answer.data(), Answer.size(), 0);
    close(Client);
  }
}
