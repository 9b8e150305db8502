//===- RunCorpus.cpp - A fuzzer without libFuzzer -------------------------===//
//
// Runs the fuzzer that it is linked with on each file of the given folders, so
// that any build shows whether an input that once failed is in order. It makes
// no inputs of its own. An empty or missing folder is an error: a test without
// inputs would pass for nothing.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace fs = std::filesystem;

static std::vector<std::string> filesIn(const char *Folder) {
  std::vector<std::string> Files;
  std::error_code Error;
  for (const fs::directory_entry &Entry : fs::directory_iterator(Folder, Error))
    if (Entry.is_regular_file())
      Files.push_back(Entry.path().string());
  std::sort(Files.begin(), Files.end());
  return Files;
}

int main(int Count, char **Arguments) {
  size_t Runs = 0;
  for (int I = 1; I < Count; ++I) {
    std::vector<std::string> Files = filesIn(Arguments[I]);
    if (Files.empty()) {
      std::fprintf(stderr, "no inputs in '%s'\n", Arguments[I]);
      return 1;
    }
    for (const std::string &File : Files) {
      std::ifstream Stream(File, std::ios::binary);
      std::string Bytes{std::istreambuf_iterator<char>(Stream), {}};
      // A crash then says by which input.
      std::printf("%s\n", File.c_str());
      std::fflush(stdout);
      LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(Bytes.data()),
                             Bytes.size());
      ++Runs;
    }
  }
  std::printf("%zu inputs\n", Runs);
  return Runs == 0;
}
