#include "bus.h"

#include <map>
#include <utility>
#include <vector>

static std::vector<Listener> ListenersOk; // expect-benign: stateless-mutable-global "start-up"
static int AddedBad; // expect: stateless-mutable-global "written after start-up by 'add'" "'POST /perform'" confidence likely
static int DroppedBad; // expect: stateless-mutable-global "written after start-up by 'drop'" "'POST /perform'" confidence likely
static int InlineBad; // expect: stateless-mutable-global "InlineBad" "'POST /perform'" confidence likely
static int AloneBad; // expect: stateless-mutable-global "written after start-up by 'alone'" confidence likely

static int add(const std::string &Name) { return AddedBad += int(Name.size()); }    // expect-fact: write AddedBad
static int drop(const std::string &Name) { return DroppedBad -= int(Name.size()); } // expect-fact: write DroppedBad
static int alone(const std::string &) { return ++AloneBad; } // expect-fact: write AloneBad

static const std::map<std::string, Command> CommandsOk = { // expect-benign: stateless-mutable-global "constant"
    {"add", add},
    {"drop", drop},
    {"inline", [](const std::string &) { return ++InlineBad; }}, // expect-fact: write InlineBad
};
// A table of the same type through which nobody calls.
static const std::map<std::string, Command> UnusedOk = {{"alone", alone}}; // expect-benign: stateless-mutable-global "constant"

void subscribe(Listener Fn) { ListenersOk.push_back(std::move(Fn)); }
void publish(const std::string &Text) {
  for (const Listener &Fn : ListenersOk)
    Fn(Text);
}
int perform(const std::string &Name, const std::string &Argument) {
  auto It = CommandsOk.find(Name);
  return It == CommandsOk.end() ? int(UnusedOk.size()) : It->second(Argument);
}
