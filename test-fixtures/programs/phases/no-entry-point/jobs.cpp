// Nothing here is known to the tool as a way for requests to come in.
#include "jobs.h"

#include <iostream>

static std::string NameOk; // expect-benign: stateless-mutable-global "start-up"
static int HandledBad; // expect: stateless-mutable-global "written after start-up by 'handle'" confidence likely
static std::string LastBad; // expect: stateless-mutable-global "written after start-up by 'handle'" confidence likely
static int LimitOk = 10; // expect-benign: stateless-mutable-global "never written"

void setUp(const std::string &Name) { NameOk = Name; }
bool nextJob(std::string &Job) { return HandledBad < LimitOk && bool(std::cin >> Job); }
void handle(const std::string &Job) {
  ++HandledBad; // expect-fact: write HandledBad
  std::cout << NameOk << ": " << Job << " after " << LastBad << "\n";
  LastBad = Job; // expect-fact: write LastBad
}
