//===- CommandSample.h - Commands for tests --------------------*- C++ -*-===//
//
// Shared by the tests of what reaches Clang. For tests only.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_COMMANDSAMPLE_H
#define STATELESS_EXTRACT_COMMANDSAMPLE_H

#include "extract/Arguments.h"
#include <string>
#include <vector>

namespace stateless {

using Words = std::vector<std::string>;

inline CompileUnit unitOf(Words CommandLine, std::string Folder = "/src") {
  return {std::move(Folder), "a.cpp", std::move(CommandLine)};
}

inline ParsedCommand adapt(Words CommandLine, std::string Folder = "/src") {
  return adaptCommand(unitOf(std::move(CommandLine), std::move(Folder)),
                      "/res/lib/clang/22");
}

/// What is passed on of the flags between the compiler and "a.cpp".
inline Words kept(const Words &Flags) {
  Words Line{"clang++"};
  Line.insert(Line.end(), Flags.begin(), Flags.end());
  Line.push_back("a.cpp");
  Words All = adapt(Line).Arguments;
  if (All.empty()) // A fault.
    return {};
  Words Without = adapt({"clang++", "a.cpp"}).Arguments;
  size_t Front = 0, Back = 0;
  while (Front < Without.size() && Front < All.size() &&
         All[Front] == Without[Front])
    ++Front;
  while (Front + Back < Without.size() &&
         All[All.size() - 1 - Back] == Without[Without.size() - 1 - Back])
    ++Back;
  return Words(All.begin() + Front, All.end() - Back);
}

/// "FLAG" for what is unknown, "FLAG!" for what is not allowed, "FLAG@" for
/// what asks the host, "FLAG?" for the rest.
inline Words dropped(const Words &Flags) {
  Words Line{"clang++"};
  Line.insert(Line.end(), Flags.begin(), Flags.end());
  Line.push_back("a.cpp");
  Words Result;
  for (const DroppedFlag &Flag : adapt(Line).Dropped)
    Result.push_back(Flag.Flag + (Flag.Reason == DropReason::Unknown      ? ""
                                  : Flag.Reason == DropReason::NotAllowed ? "!"
                                  : Flag.Reason == DropReason::HostProcessor
                                      ? "@"
                                      : "?"));
  return Result;
}

} // namespace stateless

#endif
