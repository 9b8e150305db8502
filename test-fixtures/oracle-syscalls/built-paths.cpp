// Runs: paths that are put together from constants, buffers and parts.
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#define PREFIX "built-"

static constexpr std::string_view Directory = "/var/tmp";
static const std::string Stem = "st-oracle-built";
static const char Suffix[] = ".log";

static void constantsBad() {
  std::ofstream Out(std::string(Directory) + "/" + Stem + Suffix); // expect: stateless-local-file-write "/var/tmp/st-oracle-built.log"
}

static void macroBad() {
  std::ofstream Out(PREFIX "macro.txt"); // expect: stateless-local-file-write "built-macro.txt"
}

static void appendBad() {
  std::string Path = ".";
  Path += "/built-";
  Path.append("append").append(".txt");
  std::ofstream Out(Path.c_str()); // expect: stateless-local-file-write "built-append.txt"
}

static void snprintfBad() {
  char Path[64];
  std::snprintf(Path, sizeof Path, "built-%s.txt", "printf");
  if (std::FILE *F = std::fopen(Path, "w")) // expect: stateless-local-file-write "built-"
    std::fclose(F);
}

static void normalisedBad() {
  std::ofstream Out("/tmp/../var/tmp/st-oracle-up"); // expect: stateless-local-file-write "/var/tmp/st-oracle-up"
}

static void conditionalBad(bool Flag) {
  std::ofstream Out(Flag ? "/tmp/st-oracle-flag" : "built-flag.txt"); // expect: stateless-local-file-write "built-flag.txt"
}

static void cleanBad() {
  std::remove("/var/tmp/st-oracle-built.log"); // expect: stateless-local-file-write "/var/tmp/st-oracle-built.log"
  std::remove("/var/tmp/st-oracle-up"); // expect: stateless-local-file-write "/var/tmp/st-oracle-up"
}

static void insideOk(int Id) {
  const std::string Path = "/tmp/st-oracle-" + std::to_string(Id) + Suffix;
  std::ofstream(Path) << 1;
  std::ofstream("/tmp/./st-oracle-dot") << 1;
  std::remove(Path.c_str());
  std::remove("/tmp/st-oracle-dot");
}

int main(int Count, char **) {
  constantsBad();
  macroBad();
  appendBad();
  snprintfBad();
  normalisedBad();
  conditionalBad(Count > 100);
  cleanBad();
  insideOk(Count);
  return 0;
}
