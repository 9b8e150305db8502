// What is set where a test finds it unset: no state if it is the same in every
// process, and if all who read it make sure first.
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
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

struct Streets {
  std::map<int, std::string> Names;
  void load() { Names[1] = "one"; }
};
static Streets *PointerOk; // expect-benign: stateless-mutable-global "computed once"
static const std::string &name(int Key) {
  if (PointerOk == nullptr) {
    PointerOk = new Streets;
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

extern "C" int fetch_token(void);
static int TokenBad; // expect: stateless-mutable-global "TokenBad"
static int token() {
  if (!TokenBad)
    TokenBad = fetch_token();
  return TokenBad;
}

static char Line[64];  // expect: stateless-mutable-global "Line"
static int NumberBad; // expect: stateless-mutable-global "NumberBad"
static int number() {
  if (!NumberBad)
    NumberBad = atoi(Line);
  return NumberBad;
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

// Set again when the work is done.
static bool BusyBad; // expect: stateless-mutable-global "BusyBad"
static int StepsBad; // expect: stateless-mutable-global "StepsBad"
static void step() {
  if (!BusyBad) {
    BusyBad = true;
    StepsBad = StepsBad + 1;
    BusyBad = false;
  }
}

static bool UndoneBad; // expect: stateless-mutable-global "UndoneBad"
static int UndoneRunsBad; // expect: stateless-mutable-global "UndoneRunsBad"
static void undo() { UndoneBad = false; }
static void stepAndUndo() {
  if (!UndoneBad) {
    UndoneBad = true;
    UndoneRunsBad = UndoneRunsBad + 1;
    undo();
  }
}

// Perhaps never set, and so tried again and again.
static int *FP_Found; // expect: stateless-mutable-global "FP_Found"
static std::map<int, int> TriesBad; // expect: stateless-mutable-global "TriesBad"
static int TriedBad; // expect: stateless-mutable-global "TriedBad"
static int *find() { return nullptr; }
static void retry() {
  if (!FP_Found) {
    FP_Found = find();
    TriesBad.emplace(static_cast<int>(TriesBad.size()), 1);
    TriedBad = TriedBad + 1;
  }
}

static bool DoneBad; // expect: stateless-mutable-global "DoneBad"
static int TurnBad;  // expect: stateless-mutable-global "TurnBad"
static void loop() {
  while (!DoneBad) {
    TurnBad = TurnBad + 1;
    DoneBad = TurnBad > 3;
  }
}

// Two parts that set it to two values.
static int ValueBad; // expect: stateless-mutable-global "ValueBad"
static void set(int Value) { ValueBad = Value; }
static bool OneSetOk, TwoSetOk; // expect-benign: stateless-mutable-global "OneSetOk" "computed once"
static void setOne() {
  if (!OneSetOk) {
    OneSetOk = true;
    set(1);
  }
}
static void setTwo() {
  if (!TwoSetOk) {
    TwoSetOk = true;
    set(2);
  }
}

// Looked at twice.
static Places *CheckedOk; // expect-benign: stateless-stateful-singleton "no mutable state"
static std::mutex LockOk; // expect-benign: stateless-mutable-global "synchroni"
static Places &checked() {
  if (!CheckedOk) {
    std::lock_guard<std::mutex> Guard(LockOk);
    if (!CheckedOk)
      CheckedOk = new Places;
  }
  return *CheckedOk;
}

static Table *GrownBad; // expect: stateless-stateful-singleton "GrownBad"
static Table &grown() {
  if (!GrownBad)
    GrownBad = new Table;
  return *GrownBad;
}

// Made by the first request, for all.
static const std::string &origin(const Request &Q) {
  static const std::string OriginBad = Q.Body; // expect: stateless-mutable-global "'origin::OriginBad' is made on first use by 'origin', on the request loop in 'main': remembers"
  static std::string FirstMadeBad = Q.Body;    // expect: stateless-mutable-global "remembers"
  return Q.Admin ? OriginBad : FirstMadeBad;
}

int main() {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, nullptr, nullptr);
    Request Q{std::string(Line, recv(Client, Line, sizeof Line, 0))};
    warn();
    remember(Q);
    if (Q.Admin) {
      note();
      loadSettings();
      fill();
      reset();
    }
    toggle();
    step();
    stepAndUndo();
    retry();
    loop();
    setOne();
    setTwo();
    grown().Names[Client] = "more";
    std::string Answer = text(200) + name(1) + owned().Names.at(1) + rest(1) + home() + *FirstBad +
                         copied() + grown().Names[2];
    Answer += std::to_string(level() + size(Q) + seenAdmin() + early() +
                             secret() + started() + RunsBad + turn() +
                             count() + before() + token() + number() +
                             static_cast<int>(checked().Names.size()) +
                             Settings::get().Level);
    LastBad = Q.Body + origin(Q);
    send(Client, Answer.data(), Answer.size(), 0);
    close(Client);
  }
}
