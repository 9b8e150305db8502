#include "sink.h"

#include <fstream>

Sink fileSink(std::string Path) {
  return [Path](const std::string &Text) {
    std::ofstream Out(Path, std::ios::app); // expect: stateless-local-file-write "/var/log/sink" "'GET /sink'"
    Out << Text;
  };
}
Sink fixedSink() {
  const std::string Folder = "/var/log/fixed";
  return [File = Folder + "/sink"](const std::string &Text) {
    std::ofstream Out(File); // expect: stateless-local-file-write "/var/log/fixed/sink" "'GET /sink'"
    Out << Text;
  };
}
Sink nullSink() {
  return [Path = std::string("/dev/null")](const std::string &Text) { std::ofstream(Path) << Text; };
}
