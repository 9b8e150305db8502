//===- RuleFixturesTest.cpp - Bad rule files and their errors -------------===//
//
// Walks test-fixtures/rules: each file must give exactly the errors that its
// comments expect, `# expect-error: LINE:COL "text"`, and none without one.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "RuleTesting.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using llvm::StringRef;

namespace {

/// What the comments `# expect-error: LINE:COL "text"` of a file ask for.
std::vector<std::string> expectations(StringRef Text, StringRef Name) {
  std::vector<std::string> Expected;
  llvm::SmallVector<StringRef> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines) {
    StringRef Rest = Line.split("# expect-error: ").second;
    if (Rest.empty())
      continue;
    auto [Place, Message] = Rest.split(' ');
    Message = Message.rtrim();
    EXPECT_TRUE(Message.consume_front("\"") && Message.consume_back("\""))
        << Name.str() << ": " << Line.str();
    Expected.push_back((Name + ":" + Place + ": error: " + Message).str());
  }
  return Expected;
}

TEST(BadRuleFiles, GiveExactlyTheirErrors) {
  std::string Folder = STATELESS_SOURCE_DIR "/test-fixtures/rules";
  std::error_code Error;
  unsigned Bad = 0, Good = 0;
  for (llvm::sys::fs::directory_iterator It(Folder, Error), End;
       It != End && !Error; It.increment(Error)) {
    StringRef Path = It->path();
    if (!Path.ends_with(".yaml"))
      continue;
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    ASSERT_TRUE(Buffer) << Path.str();
    auto Expected = expectations((*Buffer)->getBuffer(), Path);
    EXPECT_THAT(shown(loadRules(Path)),
                testing::UnorderedElementsAreArray(Expected));
    ++(Expected.empty() ? Good : Bad);
  }
  ASSERT_FALSE(Error) << Folder << ": " << Error.message();
  EXPECT_GE(Bad, 25u);
  EXPECT_GE(Good, 2u);
}

} // namespace
