//===- FactSeeds.cpp - Facts of small sources, as seeds -------------------===//
//
// FOLDER SOURCE...: writes what the extractor says of each source to
// FOLDER/seeds, without the bytes that FactFrame.h adds. The sources include
// nothing, so that no header of the machine gets into a seed.
//
//===----------------------------------------------------------------------===//
#include "FactFrame.h"
#include "RuleSet.h"
#include "extract/Extract.h"
#include <filesystem>
#include <fstream>

using namespace stateless;
namespace fs = std::filesystem;

int main(int Count, char **Arguments) {
  if (Count < 3)
    return 2;
  fs::path Seeds = fs::path(Arguments[1]) / "seeds";
  fs::remove_all(Seeds);
  fs::create_directories(Seeds);
  Models Known = loadRules("").Rules.Known;
  for (int I = 2; I < Count; ++I) {
    fs::path Source = fs::absolute(Arguments[I]);
    CompileUnit Unit{Source.parent_path().string(),
                     Source.string(),
                     {"clang++", "-std=c++20", Source.string()}};
    TuFacts Facts = extract(Unit, Known, {});
    for (const Problem &P : Facts.Problems)
      if (P.Kind == ProblemKind::Error) {
        std::fprintf(stderr, "%s: %s\n", Source.c_str(),
                     Facts.Strings[P.Text].str().c_str());
        return 1;
      }
    std::string Bytes = serialize(Facts);
    llvm::StringRef Seed = fuzz::unframed(Bytes);
    std::ofstream(Seeds / Source.filename(), std::ios::binary)
        .write(Seed.data(), static_cast<std::streamsize>(Seed.size()));
  }
  return 0;
}
