// What writes a session map, and what only reads it.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

struct Session {
  int Hits = 0;
  void touch() { ++Hits; }
  bool isNew() const { return Hits == 0; }
};
using Map = std::map<int, Session>;

static Map IndexBad; // expect: stateless-session-map "written by 'indexBad'"
void indexBad(int Id) { IndexBad[Id]; }
size_t indexed() { return IndexBad.size(); }

static Map AtBad; // expect: stateless-session-map "written by 'atBad'"
void atBad(int Id) { AtBad.at(Id).Hits = 1; }

static Map MethodBad; // expect: stateless-session-map "written by 'methodBad'"
void methodBad(int Id) { MethodBad.at(Id).touch(); }

static Map IteratorBad; // expect: stateless-session-map "written by 'iteratorBad'"
void iteratorBad(int Id) {
  auto It = IteratorBad.find(Id);
  if (It != IteratorBad.end())
    It->second.Hits++;
}

static Map LoopBad; // expect: stateless-session-map "written by 'loopBad'"
void loopBad() {
  for (auto &Entry : LoopBad)
    Entry.second.Hits = 0;
}

static Map BindingBad; // expect: stateless-session-map "written by 'bindingBad'"
void bindingBad() {
  for (auto &[Id, S] : BindingBad)
    S.Hits = Id;
}

static Map ReferenceBad; // expect: stateless-session-map "written by 'referenceBad'"
void referenceBad(int Id) {
  Session &S = ReferenceBad.at(Id);
  S.Hits = 1;
}

static Map AliasBad; // expect: stateless-session-map "written by 'aliasBad'"
void aliasBad(int Id) {
  Map &M = AliasBad;
  M.erase(Id);
}

static Map PointerBad; // expect: stateless-session-map "written by 'pointerBad'"
void pointerBad(int Id) {
  Map *M = &PointerBad;
  M->erase(Id);
}

static Map AssignBad; // expect: stateless-session-map "written by 'assignBad'"
void assignBad() { AssignBad = {}; }

static Map SwapBad; // expect: stateless-session-map "written by 'swapBad'"
void swapBad(Map &Other) { std::swap(SwapBad, Other); }

static Map EraseIfBad; // expect: stateless-session-map "written by 'eraseIfBad'"
void eraseIfBad() {
  std::erase_if(EraseIfBad, [](const auto &Entry) { return Entry.second.isNew(); });
}

static Map InserterBad; // expect: stateless-session-map "written by 'inserterBad'"
void inserterBad(const Map &Other) {
  std::copy(Other.begin(), Other.end(), std::inserter(InserterBad, InserterBad.end()));
}

static Map MoveBad; // expect: stateless-session-map "written by 'moveBad'"
Map moveBad() { return std::move(MoveBad); }

static Map ArgumentBad; // expect: stateless-session-map "ArgumentBad"
static void fill(Map &M) { M.clear(); }
void argumentBad() { fill(ArgumentBad); }

static Map LambdaBad; // expect: stateless-session-map "LambdaBad"
void lambdaBad(int Id) {
  auto Drop = [Id] { LambdaBad.erase(Id); };
  Drop();
}

// A reference into the map leaves the function.
static Map HandedOutBad; // expect: stateless-session-map "HandedOutBad"
Session &handedOutBad(int Id) { return HandedOutBad.at(Id); }

static Map FindOk; // expect-benign: stateless-session-map "never written"
bool findOk(int Id) {
  auto It = FindOk.find(Id);
  return It != FindOk.end() && It->second.isNew();
}

static Map CountOk; // expect-benign: stateless-session-map "never written"
bool countOk(int Id) { return CountOk.count(Id) != 0 && !CountOk.empty(); }

static Map LoopOk; // expect-benign: stateless-session-map "never written"
int loopOk() {
  int Sum = 0;
  for (const auto &[Id, S] : LoopOk)
    Sum += S.Hits;
  return Sum;
}

static Map AtOk; // expect-benign: stateless-session-map "never written"
int atOk(int Id) { return AtOk.at(Id).Hits; }

static Map ConstArgumentOk; // expect-benign: stateless-session-map "never written"
static int sizeOf(const Map &M) { return static_cast<int>(M.size()); }
int constArgumentOk() { return sizeOf(ConstArgumentOk); }

// What is written is the copy.
static Map CopyOk; // expect-benign: stateless-session-map "never written"
int copyOk(int Id) {
  Map Mine = CopyOk;
  Mine[Id].Hits = 1;
  for (auto Entry : CopyOk)
    Entry.second.Hits = 0;
  return Mine.at(Id).Hits;
}

static Map ConstReferenceOk; // expect-benign: stateless-session-map "never written"
int constReferenceOk(int Id) {
  const Map &M = ConstReferenceOk;
  return M.find(Id)->second.Hits;
}
