#include "sinks.h"

#include <iostream>

FileSink::FileSink(const std::string &Path) { Out.open(Path); }
void FileSink::put(const char *Text) { Out << Text; }
ConsoleSink::ConsoleSink(const std::string &Format) : Format(Format) {}
void ConsoleSink::put(const char *Text) { std::cout << Format << Text; }
static std::unique_ptr<Sink> TheSink; // expect-benign: stateless-mutable-global "start-up"
void Log::keep(std::unique_ptr<Sink> New) { TheSink = std::move(New); }
void say(const char *Text) { TheSink->put(Text); }
