// args: -std=c++20 -isystem {fixtures}/include
// Views, paths, keys and iterators made of texts that stay as they are.
#include <algorithm>
#include <filesystem>
#include <httplib.h>
#include <map>
#include <optional>
#include <regex>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

static std::string OptionalOk = "a";                // expect-benign: stateless-mutable-global "never written"
static std::string TupleOk = "b";                   // expect-benign: stateless-mutable-global "never written"
static std::string MatchedOk = "c";                 // expect-benign: stateless-mutable-global "never written"
static std::string FieldOk = "d";                   // expect-benign: stateless-mutable-global "never written"
static std::string FolderOk = "e";                  // expect-benign: stateless-mutable-global "never written"
static std::vector<int> SpannedOk = {1, 2};         // expect-benign: stateless-mutable-global "never written"
static std::vector<std::string> SearchedOk = {"x"}; // expect-benign: stateless-mutable-global "never written"
static std::vector<int> SpanBad = {1, 2};           // expect: stateless-mutable-global "'SpanBad' is written after start-up"
static std::string BufferBad = "  ";                // expect: stateless-mutable-global "'BufferBad' is written after start-up"

struct Row {
  std::string_view Name;
  int N = 0;
};
static std::size_t sizes(const std::string &Q) {
  std::optional<std::string_view> Maybe = OptionalOk;
  auto [Left, Right] = std::make_tuple(std::string_view(TupleOk), 1);
  std::smatch Found;
  std::regex_search(MatchedOk, Found, std::regex(Q));
  std::vector<Row> Rows;
  Rows.push_back({FieldOk, 1});
  Rows.back().N++;
  std::map<std::filesystem::path, int> Folders;
  ++Folders[FolderOk];
  std::span<const int> Numbers(SpannedOk);
  auto At = std::find(SearchedOk.begin(), SearchedOk.end(), Q);
  std::span<int> Writable(SpanBad);
  Writable[0] = 3;
  char *Raw = BufferBad.data();
  *Raw = Q[0];
  return Maybe->size() + Left.size() + Right + Found.size() + Rows.size() + Folders.size() + Numbers.size() + (At != SearchedOk.end()) + SpanBad.size() + BufferBad.size();
}

int main() {
  httplib::Server S;
  S.Get("/sizes", [](const httplib::Request &Q, httplib::Response &R) { R.status = int(sizes(Q.body)); });
  S.listen("0.0.0.0", 80);
}
