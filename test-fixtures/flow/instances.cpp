// args: -std=c++20 -isystem {fixtures}/include
// Objects of one class, and instances of one template, that different things are
// done to.
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

class Lines {
public:
  void add(const std::string &S) { All.push_back(S); }
  std::size_t size() const { return All.size(); }

private:
  std::vector<std::string> All;
};
static Lines HelpOk;  // expect-benign: stateless-mutable-global "only at start-up"
static Lines NotesBad; // expect: stateless-mutable-global "'NotesBad' is written after start-up"
static std::unique_ptr<Lines> MadeOk = std::make_unique<Lines>();  // expect-benign: stateless-mutable-global "only at start-up"
static std::unique_ptr<Lines> MadeBad = std::make_unique<Lines>(); // expect: stateless-mutable-global "'MadeBad' is written after start-up"

// FP_: one entity stands for all instances: int's is written, char's and long's are
// not. It is told as proven, and the instance is not named.
template <class T> int FP_Variable = 0; // expect: stateless-mutable-global "FP_Variable"
template <class T> struct Kept {
  static int FP_Member;
};
template <class T> int Kept<T>::FP_Member = 0; // expect: stateless-mutable-global "FP_Member"
template <class T> int &local() {
  static int FP_Local; // expect: stateless-mutable-global "FP_Local"
  return FP_Local;
}

int main() {
  HelpOk.add("help");
  MadeOk->add("made");
  httplib::Server S;
  S.Post("/notes", [](const httplib::Request &Q, httplib::Response &R) {
    Lines Page;
    Page.add(Q.body);
    NotesBad.add(Q.body);
    MadeBad->add(Q.body);
    ++FP_Variable<int>;
    ++Kept<int>::FP_Member;
    ++local<int>();
    R.status = HelpOk.size() + MadeOk->size() + FP_Variable<char> + Kept<long>::FP_Member + local<char>();
  });
  S.listen("0.0.0.0", 80);
}
