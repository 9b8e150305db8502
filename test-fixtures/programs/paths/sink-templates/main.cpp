// Which class a template makes, its call says: only one of them opens a file.
// FP_plain: all instantiations of a template share one body, so what one of them
// does with its parameter, the calls of the others are told to do.
#include "sinks.h"

int main(int Argc, char **Argv) {
  if (Argc > 1)
    Log::init<FileSink>(std::string(Argv[1])); // expect: stateless-local-file-write "configurable" confidence possible
  else
    Log::init<ConsoleSink>(std::string("plain")); // expect: stateless-local-file-write "'plain'" confidence likely
  Log::init<NoSink>(std::string());
  say("hello");
}
