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

// Of each, int's is written, char's and long's are not.
template <class T> int VariableBad = 0; // expect: stateless-mutable-global "VariableBad" "this is so in 'VariableBad<int>'" "in 'VariableBad<char>' it is no state: never written" confidence proven
template <class T> struct Kept {
  static int MemberBad;
};
template <class T> int Kept<T>::MemberBad = 0; // expect: stateless-mutable-global "MemberBad" "this is so in 'Kept<int>'" "in 'Kept<long>' it is no state: never written" confidence proven
template <class T> int &local() {
  static int LocalBad; // expect: stateless-mutable-global "LocalBad" "this is so in 'local<int>'" "in 'local<char>' it is no state: never written" confidence proven
  return LocalBad;
}
// A static of a function, by what each caller does with it.
template <class T> int next(int Step) {
  static int AtBad = 0; // expect: stateless-mutable-global "AtBad" "this is so in 'next<int>'" "in 'next<char>' it is no state: written only at start-up"
  return AtBad += Step;
}
// A lambda in a function that a template makes, and a static in it.
template <class T> int viaLambda() {
  auto Count = [] {
    static int SeenBad; // expect: stateless-mutable-global "SeenBad" "this is so in 'viaLambda<int>'" "in 'viaLambda<long>' it is no state"
    return ++SeenBad;
  };
  return Count();
}
// All instances are written: one finding, no word of instances.
template <class T> int AllBad; // expect: stateless-mutable-global "'AllBad' is written after start-up by lambda in 'main', on 'POST /notes'"
// None is.
template <class T> int NoneOk = 4; // expect-benign: stateless-mutable-global "never written"
// A class inside of one that a template makes, with methods of its own.
template <class T> struct Outer {
  struct Inner {
    static int DeepBad;
    static void hit() { ++DeepBad; }
  };
};
template <class T> int Outer<T>::Inner::DeepBad = 0; // expect: stateless-mutable-global "DeepBad" "this is so in 'Outer<int>::Inner'" "in 'Outer<char>::Inner' it is no state: written only at start-up"

int main() {
  HelpOk.add("help");
  MadeOk->add("made");
  next<char>(2);
  viaLambda<long>();
  Outer<char>::Inner::hit();
  httplib::Server S;
  S.Post("/notes", [](const httplib::Request &Q, httplib::Response &R) {
    Lines Page;
    Page.add(Q.body);
    NotesBad.add(Q.body);
    MadeBad->add(Q.body);
    ++VariableBad<int>;
    ++Kept<int>::MemberBad;
    ++local<int>();
    next<int>(1);
    viaLambda<int>();
    ++AllBad<int>;
    ++AllBad<char>;
    Outer<int>::Inner::hit();
    R.status = HelpOk.size() + MadeOk->size() + VariableBad<char> + Kept<long>::MemberBad + local<char>() + NoneOk<int> + NoneOk<char>;
  });
  S.listen("0.0.0.0", 80);
}
