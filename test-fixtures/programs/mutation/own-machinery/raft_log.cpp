// A log of what was done is data.
#include <string>
#include <vector>

struct LogEntry {
  std::string Command;
};
static std::vector<LogEntry> EntriesBad; // expect: stateless-mutable-global "EntriesBad"

void append(const char *Command) { EntriesBad.push_back({Command}); }
