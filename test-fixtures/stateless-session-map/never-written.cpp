// Session-named tables that nothing writes, and what one unit can know of it.
#include <array>
#include <map>
#include <string>
#include <unordered_map>

struct Session {
  int Hits = 0;
};
enum class TokenKind { Word, Number };

static const std::map<std::string, TokenKind> TokenKindsOk = {{"x", TokenKind::Word}}; // expect-benign: stateless-mutable-global "constant"
const std::map<int, Session> DefaultSessionsOk = {{1, Session()}};                     // expect-benign: stateless-session-map "constant"
constexpr std::array<const char *, 2> TokenNamesOk = {"word", "number"};
static const std::map<int, int> UserLimitsOk = [] { // expect-benign: stateless-session-map "constant"
  std::map<int, int> Limits;
  Limits[1] = 10;
  return Limits;
}();

static std::unordered_map<int, Session> StaticOk; // expect-benign: stateless-session-map "never written"

namespace {
std::map<std::string, Session> AnonymousOk; // expect-benign: stateless-session-map "never written"
} // namespace

// Other units may write what they can name.
std::map<std::string, Session> ExternalBad; // expect-unsettled: stateless-session-map "may be written by another translation unit" confidence possible

namespace app {
std::map<int, std::string> TokensBad; // expect-unsettled: stateless-session-map "may be written by another translation unit" confidence possible
}

class Server {
public:
  static int count() { return static_cast<int>(MembersBad.size()); }

private:
  static std::map<int, Session> MembersBad;
};
std::map<int, Session> Server::MembersBad; // expect-unsettled: stateless-session-map "may be written by another translation unit" confidence possible

// A declaration alone is another unit's business.
extern std::map<int, Session> ElsewhereOk;

bool localStaticOk(int Id) {
  static std::map<int, Session> Known; // expect-benign: stateless-session-map "never written"
  return Known.count(Id) != 0;
}

const std::map<int, Session> &localConstantOk() {
  static const std::map<int, Session> Known = {{1, Session()}}; // expect-benign: stateless-session-map "constant"
  return Known;
}

bool askOk(int Id, const std::string &Name) {
  return TokenKindsOk.count(Name) || DefaultSessionsOk.count(Id) || UserLimitsOk.count(Id) ||
         StaticOk.count(Id) || AnonymousOk.count(Name) || ExternalBad.count(Name) ||
         app::TokensBad.count(Id) || ElsewhereOk.count(Id) || TokenNamesOk[0] == Name;
}
