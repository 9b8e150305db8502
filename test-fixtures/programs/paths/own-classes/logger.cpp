#include "handle.h"

#include <fstream>

Logger Access("/tmp/access"), Audit, System("/etc/system");

Logger::Logger(std::string P) : Path(std::move(P)) {}
void Logger::reopen(const std::string &P) { Path = P; }
void Logger::add(const std::string &Line) { std::ofstream(Path, std::ios::app) << Line; } // expect: stateless-local-file-write "'/var/log/audit'" "'PUT /audit'" "also writes '/var/log/debug'" confidence proven
bool Logger::any() const { return std::ifstream(Path).good(); }
Logger &debugLog() {
  static Logger Debug("/var/log/debug");
  return Debug;
}
