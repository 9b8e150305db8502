// args: -std=c++20
// std::move of a value only forwards it; of a range, it empties one and fills
// the other.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>
extern "C" int accept(int, void *, void *);

static std::vector<std::string> FromBad(4);  // expect: stateless-mutable-global "FromBad" "request loop"
static std::vector<std::string> IntoBad(4);  // expect: stateless-mutable-global "IntoBad" "request loop"
static std::vector<std::string> RangeBad(4); // expect: stateless-mutable-global "RangeBad" "request loop"
static std::vector<std::string> FilledBad(4); // expect: stateless-mutable-global "FilledBad" "request loop"
static std::string ForwardedOk = "a";        // expect-benign: stateless-mutable-global "never written"
static std::vector<int> FoundOk{1, 2};       // expect-benign: stateless-mutable-global "never written"
static std::vector<int> CopiedOk{1, 2};      // expect-benign: stateless-mutable-global "never written"
static std::vector<int> CopyBad(2);          // expect: stateless-mutable-global "CopyBad" "request loop"
static int ArrayOk[] = {1, 2};               // expect-benign: stateless-mutable-global "never written"

static int length(const std::string &Text) { return int(Text.size()); }

int main() {
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    std::move(FromBad.begin(), FromBad.end(), IntoBad.begin());
    std::ranges::move(RangeBad, FilledBad.begin());
    Client += length(std::move(ForwardedOk));
    Client += std::ranges::find(FoundOk, Client) != FoundOk.end();
    std::ranges::copy(CopiedOk, CopyBad.begin());
    std::vector<int> Local(ArrayOk, ArrayOk + 2);
    if (Client < int(Local.size()))
      return 0;
  }
}
