// What is stored under call_once and pthread_once: no state if it is the same
// in every process.
#include <cstdlib>
#include <ctime>
#include <chrono>
#include <map>
#include <mutex>
#include <pthread.h>
#include <random>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct Request {
  std::string Body;
};

//===-- The same everywhere -----------------------------------------------===//

static std::map<int, std::string> TextsOk; // expect-benign: stateless-mutable-global "computed once"
static void fillTexts() {
  TextsOk[200] = "OK";
  TextsOk[404] = "Not Found";
}
static pthread_once_t TextsOnce = PTHREAD_ONCE_INIT;
static const std::string &text(int Code) {
  pthread_once(&TextsOnce, fillTexts);
  return TextsOk.find(Code)->second;
}

static std::string HomeOk; // expect-benign: stateless-mutable-global "computed once"
static void readHome(const char *Name) {
  if (const char *Value = std::getenv(Name))
    HomeOk = Value;
}
static const std::string &home() {
  static std::once_flag Flag;
  std::call_once(Flag, [] { readHome("HOME"); });
  return HomeOk;
}

static int LevelOk; // expect-benign: stateless-mutable-global "computed once"
static int level() {
  static std::once_flag Flag;
  std::call_once(Flag, [] {
    const char *Value = std::getenv("LEVEL");
    LevelOk = Value ? std::atoi(Value) : 1;
  });
  return LevelOk;
}

//===-- What a request puts in --------------------------------------------===//

static std::string FirstBad; // expect: stateless-mutable-global "FirstBad"
static void remember(const Request &Q) {
  static std::once_flag Flag;
  std::call_once(Flag, [&] { FirstBad = Q.Body; });
}

static std::string ArgumentBad; // expect: stateless-mutable-global "ArgumentBad"
static void keep(const std::string &Text) { ArgumentBad = Text; }
static void rememberArgument(const Request &Q) {
  static std::once_flag Flag;
  std::call_once(Flag, keep, Q.Body);
}

static std::string LastBad;   // expect: stateless-mutable-global "LastBad"
static std::string CopiedBad; // expect: stateless-mutable-global "CopiedBad"
static void copyLast() {
  static std::once_flag Flag;
  std::call_once(Flag, [] { CopiedBad = LastBad; });
}

//===-- What differs by process -------------------------------------------===//

static int SecretBad; // expect: stateless-mutable-global "SecretBad"
static int secret() {
  static std::once_flag Flag;
  std::call_once(Flag, [] { SecretBad = rand(); });
  return SecretBad;
}

static unsigned SeedBad; // expect: stateless-mutable-global "SeedBad"
static unsigned drawSeed() {
  std::random_device Device;
  return Device();
}
static unsigned seed() {
  static std::once_flag Flag;
  std::call_once(Flag, [] { SeedBad = drawSeed(); });
  return SeedBad;
}

static long StartedBad; // expect: stateless-mutable-global "StartedBad"
static long started() {
  static std::once_flag Flag;
  std::call_once(Flag, [] {
    StartedBad = std::chrono::system_clock::now().time_since_epoch().count();
  });
  return StartedBad;
}

static pid_t IdBad; // expect: stateless-mutable-global "IdBad"
static void readId() { IdBad = getpid(); }
static pid_t id() {
  static pthread_once_t Once = PTHREAD_ONCE_INIT;
  pthread_once(&Once, readId);
  return IdBad;
}

//===-- What is not written once only -------------------------------------===//

static std::map<int, std::string> GrownBad; // expect: stateless-mutable-global "GrownBad"
static void fillGrown() { GrownBad[1] = "one"; }
static void grow(int Key) {
  static pthread_once_t Once = PTHREAD_ONCE_INIT;
  pthread_once(&Once, fillGrown);
  GrownBad[Key] = "more";
}

static int CalledBad; // expect: stateless-mutable-global "CalledBad"
static void countCall() { ++CalledBad; }
static void callBoth() {
  static pthread_once_t Once = PTHREAD_ONCE_INIT;
  pthread_once(&Once, countCall);
  countCall();
}

static int *LentOk; // expect-benign: stateless-mutable-global "computed once"
static int Target;   // expect: stateless-mutable-global "Target"
static void lend() { LentOk = &Target; }
static void writeLent(int Value) {
  static pthread_once_t Once = PTHREAD_ONCE_INIT;
  pthread_once(&Once, lend);
  *LentOk += Value;
}

int main() {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, nullptr, nullptr);
    char Buffer[64];
    Request Q{std::string(Buffer, recv(Client, Buffer, sizeof Buffer, 0))};
    remember(Q);
    rememberArgument(Q);
    copyLast();
    LastBad = Q.Body;
    grow(Client);
    callBoth();
    writeLent(Client);
    std::string Answer = text(200) + home() + FirstBad + ArgumentBad +
                         CopiedBad + GrownBad[1];
    Answer += std::to_string(level() + secret() + seed() + started() + id() +
                             CalledBad + Target);
    send(Client, Answer.data(), Answer.size(), 0);
    close(Client);
  }
}
