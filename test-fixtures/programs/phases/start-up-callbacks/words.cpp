// Functions whose address is taken, but that only start-up calls.
#include "words.h"

#include <algorithm>
#include <new>
#include <sstream>

std::vector<std::string> WordsOk; // expect-benign: stateless-mutable-global "start-up"
int LinesOk; // expect-benign: stateless-mutable-global "start-up"
int ComparisonsOk; // expect-benign: stateless-mutable-global "start-up"
int LongestOk; // expect-benign: stateless-mutable-global "start-up"
// Passed on at start-up, but kept: it is called when a request finds no memory.
int LaterBad; // expect: stateless-mutable-global "LaterBad"

void eachLine(const std::string &Text, const std::function<void(const std::string &)> &Do) {
  std::istringstream In(Text);
  for (std::string Line; std::getline(In, Line);)
    Do(Line);
}
bool byLength(const std::string &A, const std::string &B) {
  ++ComparisonsOk;
  return A.size() < B.size();
}
static void onNoMemory() {
  ++LaterBad; // expect-fact: write LaterBad
  throw std::bad_alloc();
}
void load(const std::string &Text) {
  eachLine(Text, [](const std::string &Line) {
    ++LinesOk;
    WordsOk.push_back(Line);
  });
  std::sort(WordsOk.begin(), WordsOk.end(), byLength);
  std::for_each(WordsOk.begin(), WordsOk.end(), [](const std::string &Word) { LongestOk = std::max(LongestOk, int(Word.size())); });
  std::set_new_handler(onNoMemory);
}
