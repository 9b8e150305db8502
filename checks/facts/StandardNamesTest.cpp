//===- StandardNamesTest.cpp ----------------------------------------------===//
#include "facts/StandardNames.h"
#include "gtest/gtest.h"

using namespace stateless;

TEST(StandardNames, WhoseNames) {
  EXPECT_TRUE(isStandard("std::vector"));
  EXPECT_TRUE(isStandard("__gnu_cxx::__normal_iterator"));
  EXPECT_FALSE(isStandard("boost::container::vector"));
  EXPECT_FALSE(isStandard("standard::vector"));
  EXPECT_FALSE(isStandard(""));
}

TEST(StandardNames, WhatIsCalled) {
  for (const char *Name : {"size", "lock", "await_resume", "append_range",
                           "to_sys", "parse", "deallocate"})
    EXPECT_TRUE(mayStandardLibraryCall(Name)) << Name;
  for (const char *Name : {"addLine", "save", "Size", ""})
    EXPECT_FALSE(mayStandardLibraryCall(Name)) << Name;
}
