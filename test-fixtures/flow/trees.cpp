// Records that hold records of their own class, in copies of copies.
#include <map>
#include <string>
#include <sys/socket.h>
#include <vector>

struct Node {
  std::vector<Node> Kids;
  std::map<std::string, Node> Named;
  int *Counter = nullptr;
};

static int DeepBad;    // expect: stateless-mutable-global "DeepBad" "request loop"
static int KidBad;     // expect: stateless-mutable-global "KidBad" "request loop"
static int CopyBad;    // expect: stateless-mutable-global "CopyBad" "request loop"
static int LaterBad;   // expect: stateless-mutable-global "LaterBad" "request loop"
static int TwiceBad;   // expect: stateless-mutable-global "TwiceBad" "request loop"
static int NamedBad;   // expect: stateless-mutable-global "NamedBad" "request loop"
static int AssignedBad; // expect: stateless-mutable-global "AssignedBad" "request loop"
static int LeafBad;    // expect: stateless-mutable-global "LeafBad" "request loop"
static int ReadOk;     // expect-benign: stateless-mutable-global "never written"

static Node nodeOf(int *Counter) {
  Node Made;
  Made.Counter = Counter;
  return Made;
}

int main() {
  Node Deep = nodeOf(&DeepBad);
  Deep.Kids.push_back(Deep);

  Node Trunk = nodeOf(&KidBad);
  Trunk.Kids.push_back(Trunk);
  Node Kid = Trunk.Kids[0];

  Node Copied = nodeOf(&CopyBad);
  Copied.Kids.push_back(Copied);
  Node Copy = Copied;

  // The copy is made before its source becomes a tree.
  Node Source = nodeOf(&LaterBad);
  Source.Kids.push_back(nodeOf(&LaterBad));
  Node Early = Source;
  Source.Kids.push_back(Source);

  Node Once = nodeOf(&TwiceBad);
  Once.Kids.push_back(Once);
  Node Second = Once, Third = Second;

  Node Named = nodeOf(&NamedBad);
  Named.Named["a"] = Named;
  Node ByName = Named.Named["a"];

  Node Given = nodeOf(&AssignedBad);
  Given.Kids.push_back(Given);
  Node Assigned;
  Assigned = Given.Kids[0];
  Node Leafy;
  Leafy.Kids.push_back(Leafy);
  Leafy.Kids[0].Kids.push_back(nodeOf(&LeafBad));
  Node Fourth = Leafy.Kids[0];

  Node Read = nodeOf(&ReadOk);
  Read.Kids.push_back(Read);
  Node Reader = Read;

  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    ++*Deep.Kids[0].Kids[0].Counter;
    ++*Kid.Counter;
    ++*Copy.Kids[0].Counter;
    ++*Early.Kids[0].Counter;
    ++*Third.Kids[0].Kids[0].Counter;
    ++*ByName.Named.at("a").Counter;
    ++*Assigned.Kids[0].Counter;
    ++*Fourth.Kids[0].Counter;
    Client += *Reader.Kids[0].Counter;
  }
}
