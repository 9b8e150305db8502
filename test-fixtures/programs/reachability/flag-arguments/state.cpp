// args: -std=c++17 -isystem {fixtures}/include
// What a function does only for some arguments, where no call gives these.
#include <cstdio>
#include <string>
#include <unistd.h>
#include "state.h"

// No call asks for it.
static int NeverOk = 0; // expect-benign: stateless-mutable-global "NeverOk" "written only by code that nothing calls"
static int PassedOk = 0; // expect-benign: stateless-mutable-global "PassedOk" "written only by code that nothing calls"
static int DefaultOk = 0; // expect-benign: stateless-mutable-global "DefaultOk" "written only by code that nothing calls"
static int CaseOk = 0; // expect-benign: stateless-mutable-global "CaseOk" "written only by code that nothing calls"
// A library may find the function by the type of its argument.
static int EnumBad = 0; // expect: stateless-mutable-global "EnumBad" confidence possible
static int BehindOk = 0; // expect-benign: stateless-mutable-global "BehindOk" "written only by code that nothing calls"
// One asks.
static int SomeBad = 0; // expect: stateless-mutable-global "SomeBad"
static int RequestBad = 0; // expect: stateless-mutable-global "RequestBad"
static int ChangedBad = 0; // expect: stateless-mutable-global "ChangedBad"
static int PointedBad = 0; // expect: stateless-mutable-global "PointedBad"
static int AddressBad = 0; // expect: stateless-mutable-global "AddressBad"
static int VirtualBad = 0; // expect: stateless-mutable-global "VirtualBad"
static int RecursiveBad = 0; // expect: stateless-mutable-global "RecursiveBad"
static int ManyBad = 0; // expect: stateless-mutable-global "ManyBad"
static int OtherBad = 0; // expect: stateless-mutable-global "OtherBad"

static void remember() { ++BehindOk; }

void visit(bool Count, int Kind) {
  if (Count)
    ++NeverOk;
  if (Kind == 2)
    ++SomeBad;
  if (Count && Kind)
    remember();
}
void passOn(bool Count) {
  if (Count)
    ++PassedOk;
}
void between(bool Count) { passOn(Count); }
void byDefault(int N, bool Count) {
  if (!Count)
    return;
  DefaultOk += N;
}
void choose(int N) {
  switch (N) {
  case 1:
    ++CaseOk;
    break;
  default:
    break;
  }
}
void choose(Mode M) {
  if (M == Mode::Write)
    ++EnumBad;
}
void asked(bool Count) {
  if (Count)
    ++RequestBad;
}
void changed(bool Count) {
  Count = !Count;
  if (Count)
    ++ChangedBad;
}
void pointed(int Count) {
  if (Count)
    ++PointedBad;
}
void byPointer(int Count) {
  int *P = &Count;
  ++*P;
  pointed(Count);
}
void called(bool Count) {
  if (Count)
    ++AddressBad;
}
void Derived::run(bool Count) {
  if (Count)
    ++VirtualBad;
}
void recursive(int Depth) {
  if (Depth == 2)
    ++RecursiveBad;
  if (Depth < 3)
    recursive(Depth + 1);
}
void many(int N) {
  if (N == 77)
    ++ManyBad;
}
void other(int N) {
  if (N != 1)
    ++OtherBad;
}

// Callers say whether the file goes, and which file it is.
void send(const char *Name, bool Remove) {
  if (Remove)
    unlink(Name);
}
// A pointer leads here, too: what that is called with, nobody tells apart.
void drop(const char *Name, bool Remove) {
  if (Remove)
    unlink(Name); // expect: stateless-local-file-write "'unlink' deletes an unknown path" confidence possible
}
void save(const std::string &Name, bool Keep) {
  if (!Keep)
    return;
  FILE *F = fopen(("/srv/" + Name).c_str(), "w"); // expect-benign: stateless-local-file-write "fopen"
  if (F)
    fclose(F);
}
void store(const std::string &Name, int Level) {
  if (Level == 0)
    return;
  FILE *F = fopen(("/srv/" + Name).c_str(), "w"); // expect: stateless-local-file-write "'fopen' writes '/srv/...', outside the writable roots"
  if (F)
    fclose(F);
}

int sum() {
  return NeverOk + PassedOk + DefaultOk + CaseOk + EnumBad + BehindOk + SomeBad + RequestBad + ChangedBad + PointedBad + AddressBad + VirtualBad + RecursiveBad + ManyBad + OtherBad;
}
