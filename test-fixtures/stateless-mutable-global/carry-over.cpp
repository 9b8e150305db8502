// What is left for the next request is named: of which part of which request,
// how it adds up, or what each process draws for itself.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

using httplib::Request;
using httplib::Response;

//===-- Remembered --------------------------------------------------------===//

static std::string DirectBad; // expect: stateless-mutable-global "on 'POST /login': remembers 'Request::body' for 'GET /me'"
static std::string LocalBad;  // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string HelperBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string ResultBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string OutputBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string HeaderBad; // expect: stateless-mutable-global "remembers 'Request::get_header_value(\"User-Agent\")' for 'GET /me'"
static std::string PasswordBad; // expect: stateless-mutable-global "(\"password\")' (credential) for 'GET /me'"
static std::string MailBad;   // expect: stateless-mutable-global "'Request::get_param_value(\"e-mail\")' (personal) for 'GET /me'"
static std::string TwoBad;    // expect: stateless-mutable-global "remembers 'Request::body' and 'Request::path' for 'GET /me'"
static std::string SameBad;   // expect: stateless-mutable-global "remembers 'Request::body' for later requests"
static long NumberBad;        // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static bool AdminBad;         // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::map<std::string, std::string> TableBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::vector<std::string> ListBad; // expect: stateless-mutable-global "remembers 'Request::path' for 'GET /me'"
static std::string CapturedBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string LoopBad;     // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string BoundBad;    // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"

struct User {
  explicit User(std::string Given) : Name(std::move(Given)) {}
  std::string Name;
};
struct Store {
  std::string Last;
  void put(const std::string &Text) { Last = Text; }
};
static Store MethodBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"
static std::string FieldBad; // expect: stateless-mutable-global "remembers 'Request::body' for 'GET /me'"

static void keep(const std::string &Text) { HelperBad = Text; }
static std::string trimmed(const std::string &Text) {
  size_t First = Text.find_first_not_of(' ');
  return First == std::string::npos ? "" : Text.substr(First);
}
static bool parse(const std::string &Text, std::string &Into) {
  Into = Text.substr(1);
  return !Into.empty();
}
static std::pair<std::string, int> split(const std::string &Text) {
  return {Text.substr(0, 1), 1};
}

// Written, though only a constant is (that its message names no request, unit
// tests of DataOrigins say).
static std::string HelpedBad; // expect: stateless-mutable-global "HelpedBad"

static const std::string &first(const Request &Q) {
  static const std::string FirstBad = Q.body; // expect: stateless-mutable-global "is made on first use by 'first', on 'GET /me': remembers 'Request::body' for later requests"
  return FirstBad;
}
// Start-up makes it.
static const std::string &made(const std::string &Name) {
  static const std::string MadeOk = Name; // expect-benign: stateless-mutable-global "constant"
  return MadeOk;
}
// Start-up makes it, perhaps: less than likely.
static const std::string &early(const std::string &Name) {
  static const std::string EarlyBad = Name; // expect: stateless-mutable-global "may be written: initialisation in 'early'" confidence possible
  return EarlyBad;
}
static const std::string &ofThread(const Request &Q) {
  static thread_local const std::string ThreadBad = Q.body; // expect: stateless-mutable-global "thread-local variable 'ofThread::ThreadBad' is made on first use by 'ofThread', on 'GET /me': remembers 'Request::body' for later requests"
  return ThreadBad;
}
static const std::string &constant() {
  static const std::string ConstantOk = trimmed(" x"); // expect-benign: stateless-mutable-global "constant"
  return ConstantOk;
}

//===-- Added up ----------------------------------------------------------===//

static long CountBad;              // expect: stateless-mutable-global "each change builds on the last"
static std::atomic<long> AtomicBad; // expect: stateless-mutable-global "each change builds on the last"
static long SumBad;                // expect: stateless-mutable-global "each change builds on the last"
static std::string TextBad;        // expect: stateless-mutable-global "each change builds on the last"

//===-- Drawn by each process ---------------------------------------------===//

static std::string SecretBad; // expect: stateless-mutable-global "differs by replica, made of 'rand'"
static std::map<int, int> DrawnBad; // expect: stateless-mutable-global "each change builds on the last"
static User LastUserBad{""};       // expect: stateless-mutable-global "remembers 'Request::body' for later requests"
static pid_t ProcessBad;      // expect: stateless-mutable-global "differs by replica, made of 'getpid'"
static int instance() {
  static const int InstanceBad = getpid(); // expect: stateless-mutable-global "function-local static 'instance::InstanceBad' is made on first use by 'instance', on 'GET /me': differs by replica, made of 'getpid'"
  return InstanceBad;
}
static const std::string &home() {
  static const std::string HomeOk = std::getenv("HOME"); // expect-benign: stateless-mutable-global "constant"
  return HomeOk;
}

int main() {
  httplib::Server S;
  made("shop");
  early("shop");
  S.Post("/login", [](const Request &Q, Response &R) {
    DirectBad = Q.body;
    std::string Copy = Q.body;
    Copy += "!";
    LocalBad = Copy;
    keep(Copy);
    ResultBad = trimmed(Q.body);
    HelpedBad = trimmed(" x");
    std::string Parsed;
    if (parse(Q.body, Parsed))
      OutputBad = Parsed;
    HeaderBad = Q.get_header_value("User-Agent");
    PasswordBad = Q.get_param_value("password");
    MailBad = Q.get_param_value("e-mail");
    TwoBad = Q.body + Q.path;
    NumberBad = std::atol(Q.body.c_str());
    AdminBad = Q.body == "admin";
    TableBad[Q.body] = "";
    ListBad.push_back(Q.path);
    auto Later = [&Q] { CapturedBad = Q.body; };
    Later();
    for (const std::string &Each : {Q.body})
      LoopBad = Each;
    auto [Head, Length] = split(Q.body);
    BoundBad = Head;
    User U(Q.body);
    FieldBad = U.Name;
    MethodBad.put(Q.body);
    LastUserBad = User{LastUserBad.Name.empty() ? Q.body : ""};
    R.set_content(made(""), "text/plain");
  });
  S.Post("/again", [](const Request &Q, Response &R) {
    R.set_content(SameBad, "text/plain");
    SameBad = Q.body;
  });
  S.Get("/me", [](const Request &Q, Response &R) {
    ++CountBad;
    AtomicBad += 2;
    SumBad = SumBad + 1;
    TextBad = TextBad + "x";
    if (SecretBad.empty())
      SecretBad = std::to_string(rand());
    DrawnBad[rand()] = rand();
    if (!ProcessBad)
      ProcessBad = getpid();
    std::string Answer = DirectBad + LocalBad + HelperBad + ResultBad + OutputBad + HeaderBad + TwoBad + PasswordBad + MailBad;
    Answer += std::to_string(NumberBad + AdminBad + CountBad + AtomicBad + SumBad + instance());
    Answer += TableBad.begin()->first + ListBad[0] + CapturedBad + LoopBad + BoundBad + FieldBad + MethodBad.Last + HelpedBad;
    R.set_content(Answer + first(Q) + TextBad + SecretBad + std::to_string(ProcessBad) + home() + constant() + early(Q.body) + ofThread(Q), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
