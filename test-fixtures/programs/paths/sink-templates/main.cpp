// Which class a template makes, its call says: only one of them opens a file.
#include "sinks.h"

int main(int Argc, char **Argv) {
  if (Argc > 1)
    Log::init<FileSink>(std::string(Argv[1])); // expect: stateless-local-file-write "configurable" confidence possible
  else
    Log::init<ConsoleSink>(std::string("plain"));
  Log::init<NoSink>(std::string());
  say("hello");
}
