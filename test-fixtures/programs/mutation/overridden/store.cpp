#include "store.h"

#include <iostream>
#include <memory>

static long LinesBad; // expect: stateless-mutable-global "LinesBad" "'GET /note'" confidence proven
static int PickedBad; // expect: stateless-mutable-global "PickedBad" "'GET /send'" confidence proven

namespace {
class CountingJournal : public Journal {
  void note(const std::string &Line) override { LinesBad += long(Line.size()); } // expect-fact: write LinesBad
};
} // namespace

Journal &openJournal() {
  static const std::unique_ptr<Journal> TheJournalOk = std::make_unique<CountingJournal>();
  return *TheJournalOk;
}

MemorySink MemoryBad; // expect: stateless-mutable-global "MemoryBad" "'GET /send'"
MemorySink DirectBad; // expect: stateless-mutable-global "DirectBad" "'GET /direct'" confidence proven
MemorySink IdleOk; // expect-benign: stateless-mutable-global "never written"
PrintingSink PrintingOk;

CountingSink CountingOk;

void MemorySink::send(const std::string &Line) { Kept.push_back(Line); }
void CountingSink::send(const std::string &Line) { PickedBad += int(Line.size()); } // expect-fact: write PickedBad
void PrintingSink::send(const std::string &Line) { std::cout << Line; }
void forward(Sink &To, const std::string &Line) { To.send(Line); }
