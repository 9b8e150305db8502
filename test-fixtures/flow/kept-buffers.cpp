// args: -std=c++23
// Buffers that streams and memory resources work on, and locals of main that
// are made while a thread serves.
#include <iostream>
#include <memory_resource>
#include <spanstream>
#include <streambuf>
#include <thread>
#include <vector>
extern "C" int accept(int, void *, void *);

static char ArenaBad[4096];    // expect: stateless-mutable-global "ArenaBad" "may be written" confidence possible
static char SpannedBad[64];    // expect: stateless-mutable-global "SpannedBad" "may be written" confidence possible
static char BufferBad[64];     // expect: stateless-mutable-global "BufferBad"
struct Buffered : std::streambuf {
  Buffered() { setp(BufferBad, BufferBad + sizeof BufferBad); }
};
static Buffered StreamBad;                                           // expect: stateless-mutable-global "StreamBad" confidence possible
static std::ostream Out(&StreamBad);                                 // expect: stateless-mutable-global "Out"
static std::pmr::monotonic_buffer_resource Pool(ArenaBad, sizeof ArenaBad); // expect-benign: stateless-mutable-global "exempt type: allocator"
static std::pmr::vector<int> Items(&Pool);                           // expect: stateless-mutable-global "Items"
static std::ospanstream Span(SpannedBad);                            // expect: stateless-mutable-global "Span"
static int *Hits;                                                    // expect: stateless-mutable-global "Hits"

static void serve() {
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    ++*Hits;
    Out << Client;
    Items.push_back(Client);
    Span << Client;
  }
}

int main() {
  std::thread Serving(serve);
  int CountBad = 0; // expect: stateless-mutable-global "local 'CountBad' of 'main'" "request loop"
  Hits = &CountBad;
  Serving.join();
  int AfterOk = CountBad;
  return AfterOk++;
}
