//===- NotAnalysedTest.cpp - Tests of the reasons -------------------------===//
#include "report/NotAnalysed.h"
#include <gtest/gtest.h>
#include <set>

using namespace stateless;

TEST(ProblemReason, EachHasNameAndWordsOfItsOwn) {
  std::set<std::string> Names, Phrases;
  int Count = static_cast<int>(ProblemReason::Remark) + 1;
  for (int I = 0; I < Count; ++I) {
    Names.insert(nameOf(static_cast<ProblemReason>(I)).str());
    Phrases.insert(phraseOf(static_cast<ProblemReason>(I)).str());
  }
  EXPECT_EQ(Names.size(), static_cast<size_t>(Count));
  EXPECT_EQ(Phrases.size(), static_cast<size_t>(Count));
}

TEST(EntryCounts, KnowWhatIsLost) {
  EntryCounts Entries;
  EXPECT_EQ(Entries.notAnalysed(), 0U);
  EXPECT_EQ(describeNotAnalysed(Entries), "0 not analysed");
  Entries.NotAnalysed = {{ProblemReason::Cuda, 2},
                         {ProblemReason::Assembler, 1},
                         {ProblemReason::Header, 4}};
  EXPECT_EQ(Entries.notAnalysed(), 7U);
  EXPECT_EQ(Entries.lost(), 3U); // The header is analysed where it is included.
  EXPECT_EQ(describeNotAnalysed(Entries),
            "7 not analysed (2 in CUDA, 1 in assembler, 4 for a header)");
}
