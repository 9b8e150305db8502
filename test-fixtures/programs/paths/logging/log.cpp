// args: -std=c++17 -isystem {fixtures}/include
#include "log.h"

#include <fstream>
#include <iostream>
#include <spdlog/sinks/basic_file_sink.h>

void line(std::ostream &Out, const std::string &Text) { Out << Text << "\n"; }
void plain(std::FILE *Out, const char *Text) { std::fprintf(Out, "%s\n", Text); }
void toFile(const std::string &Path, const std::string &Text) {
  std::ofstream Out(Path, std::ios::app);
  line(Out, Text);
}
void Log::add(const std::string &Text) const {
  std::ofstream Out(Device, std::ios::app);
  line(Out, Text);
}
void openLogs(const std::string &Name, const std::string &Path) {
  auto Made = spdlog::basic_logger_mt(Name, Path);
  Made->info("open");
}
