// Objects that are made in memory of bytes, and what C makes of memory.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <sys/socket.h>
#include <type_traits>
#include <vector>

struct Job {
  int *Counter;
  void run() { ++*Counter; }
};
struct Header {
  long Size;
};
struct Other {
  double Weight;
  int *Counter;
};

static int VectorBad;  // expect: stateless-mutable-global "VectorBad" "request loop"
static int BytesBad;   // expect: stateless-mutable-global "BytesBad" "request loop"
static int StorageBad; // expect: stateless-mutable-global "StorageBad" "request loop"
static int ArrayBad;   // expect: stateless-mutable-global "ArrayBad" "request loop"
static int HeapBad;    // expect: stateless-mutable-global "HeapBad" "request loop"
static int TextBad;    // expect: stateless-mutable-global "TextBad" "request loop"
static int BehindBad;  // expect: stateless-mutable-global "BehindBad" "request loop"
static int ExactBad;   // expect: stateless-mutable-global "ExactBad" "request loop" confidence proven
static int OtherOk;    // expect-benign: stateless-mutable-global "never written"

static std::vector<char> Pool(64);                         // expect-benign: stateless-mutable-global "only at start-up"
static std::array<std::byte, 64> Bytes;                    // expect-benign: stateless-mutable-global "only at start-up"
static std::aligned_storage_t<sizeof(Job)> Storage;        // expect-benign: stateless-mutable-global "only at start-up"
alignas(Job) static unsigned char Raw[sizeof(Job)];        // expect-benign: stateless-mutable-global "only at start-up"
static std::unique_ptr<char[]> Heap(new char[64]);         // expect-benign: stateless-mutable-global "only at start-up"
static std::string Text(64, '\0');                         // expect-benign: stateless-mutable-global "only at start-up"
static std::vector<Job *> Jobs;                            // expect-benign: stateless-mutable-global "only at start-up"

// One pointer to whatever is given: its type says which.
static int touch(void *Any) {
  Job *Mine = static_cast<Job *>(Any);
  return ++*Mine->Counter;
}
static int weigh(void *Any) {
  Other *Mine = static_cast<Other *>(Any);
  return *Mine->Counter;
}
static int both(int Which, void *Any) { return Which ? touch(Any) : weigh(Any); }

int main() {
  Jobs.push_back(new (Pool.data()) Job{&VectorBad});
  Jobs.push_back(new (&Bytes[0]) Job{&BytesBad});
  Jobs.push_back(new (&Storage) Job{&StorageBad});
  Jobs.push_back(new (Raw) Job{&ArrayBad});
  Jobs.push_back(new (Heap.get()) Job{&HeapBad});
  reinterpret_cast<Job *>(Text.data())->Counter = &TextBad;
  Jobs.push_back(reinterpret_cast<Job *>(Text.data()));
  // The object stands behind a header, in memory of more than its size.
  auto *Head = static_cast<Header *>(std::malloc(sizeof(Header) + sizeof(Job)));
  void *Behind = Head + 1;
  auto *Hidden = static_cast<Job *>(Behind);
  Hidden->Counter = &BehindBad;
  Jobs.push_back(Hidden);
  auto *Exact = static_cast<Job *>(std::malloc(sizeof(Job)));
  Exact->Counter = &ExactBad;
  auto *Weight = static_cast<Other *>(std::calloc(1, sizeof(Other)));
  Weight->Counter = &OtherOk;
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    for (Job *Each : Jobs)
      Each->run();
    both(Client, Exact);
    both(!Client, Weight);
  }
}
