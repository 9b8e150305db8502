//===- IncludeLinesFuzzer.cpp - Any text as a source ----------------------===//
//
// The scan for includes reads any file of the tree as text. What it finds must
// stand there, in this order, one on a line.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "IncludeScan.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  std::vector<IncludeLine> Found = includeLines(Text);
  StringRef Left = Text;
  for (const IncludeLine &Line : Found) {
    require(!Line.Name.empty(), "an included file has a name");
    require(!StringRef(Line.Name).contains('\n'), "a name is on one line");
    std::string Quoted =
        Line.Angled ? "<" + Line.Name + ">" : "\"" + Line.Name + "\"";
    size_t At = Left.find(Quoted);
    require(At != StringRef::npos, "an include stands in the text, in order");
    Left = Left.drop_front(At + Quoted.size());
    Left = Left.drop_front(std::min(Left.find('\n'), Left.size()));
  }
  require(includeLines("int x;\n" + Text.str()) ==
              includeLines("\n" + Text.str()),
          "code on a line before changes nothing");
  std::vector<IncludeLine> More = includeLines("#include <a>\n" + Text.str());
  require(!More.empty() && More.front() == IncludeLine{"a", true},
          "an include in the first line is found");
  return 0;
}
