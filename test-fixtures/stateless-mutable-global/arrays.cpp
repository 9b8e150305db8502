// Arrays, of arrays, of structs; C arrays and std::array.
#include <array>
#include <cstddef>
#include <cstring>

struct Slot {
  int Key;
  char Text[8];
  Slot *Next;
};

static int NumbersBad[4]; // expect: stateless-mutable-global "written by 'store' (assignment)" confidence likely
static int GridBad[3][3]; // expect: stateless-mutable-global "written by 'store' (compound assignment)"
static Slot SlotsBad[2]; // expect: stateless-mutable-global "written by 'store' (assignment)"
static Slot DeepBad[2][2]; // expect: stateless-mutable-global "written by 'store' (assignment)"
static std::array<int, 3> FixedBad; // expect: stateless-mutable-global "FixedBad" "written by 'store'"
static std::array<Slot, 3> RecordsBad; // expect: stateless-mutable-global "RecordsBad" "written by 'store'"
static char BufferBad[64]; // expect: stateless-mutable-global "written by 'store' (passed to '" "memset'"
static Slot *HeadsBad[4]; // expect: stateless-mutable-global "written by 'store' (assignment)"
char ExportedBad[16]; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
static int ByPointerBad[4]; // expect: stateless-mutable-global "written by 'store' (assignment)"
static int ByIteratorBad[4]; // expect: stateless-mutable-global "written by 'store' (assignment)"
static int SwappedIndexBad[4]; // expect: stateless-mutable-global "written by 'store' (increment)"

static int TableOk[3] = {1, 2, 3}; // expect-benign: stateless-mutable-global "never written"
static int MatrixOk[2][2] = {{1, 2}, {3, 4}}; // expect-benign: stateless-mutable-global "never written"
static std::array<int, 2> PairOk{{1, 2}}; // expect-benign: stateless-mutable-global "never written"
static const Slot DefaultsOk[2] = {}; // expect-benign: stateless-mutable-global "constant"
static constexpr std::array<int, 2> SquaresOk{{1, 4}}; // expect-benign: stateless-mutable-global "constant"
static const int PowersOk[2][3] = {{1, 2, 4}, {1, 3, 9}}; // expect-benign: stateless-mutable-global "constant"

void store(std::size_t I, Slot *S) {
  NumbersBad[I] = 1;          // expect-fact: write NumbersBad
  GridBad[I][I] -= 2;         // expect-fact: write GridBad
  SlotsBad[I].Key = 3;        // expect-fact: write SlotsBad
  DeepBad[I][0].Text[1] = 4;  // expect-fact: write DeepBad
  FixedBad[I] = 5;            // expect-fact: write FixedBad
  RecordsBad.at(I).Next = S;  // expect-fact: write RecordsBad
  std::memset(BufferBad, 0, sizeof BufferBad); // expect-fact: write BufferBad
  HeadsBad[I] = S;            // expect-fact: write HeadsBad
  *(ByPointerBad + I) = 6;    // expect-fact: write ByPointerBad
  for (int &N : ByIteratorBad)
    N = 7; // expect-fact: write ByIteratorBad
  ++1 [SwappedIndexBad]; // expect-fact: write SwappedIndexBad
}

int load(std::size_t I) {
  int Sum = 0;
  for (int N : TableOk)
    Sum += N;
  for (const auto &Row : MatrixOk)
    for (int N : Row)
      Sum += N;
  for (auto It = PairOk.begin(); It != PairOk.end(); ++It)
    Sum += *It;
  return Sum + TableOk[I] + MatrixOk[I][0] + DefaultsOk[I].Key + SquaresOk[I] +
         PowersOk[0][I] + ExportedBad[I] + int(sizeof TableOk);
}
