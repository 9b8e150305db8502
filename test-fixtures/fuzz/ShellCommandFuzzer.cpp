//===- ShellCommandFuzzer.cpp - Any text as a command line ----------------===//
//
// What the reader of shell commands tells must come from the text, and be no
// more than the text can hold.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "ShellCommand.h"
#include "ShellTesting.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

/// \p Part is \p Text with some characters (quotes, escapes) left out.
static bool isLeftOf(StringRef Part, StringRef Text) {
  for (char C : Text)
    if (!Part.empty() && Part.front() == C)
      Part = Part.drop_front();
  return Part.empty();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  const CheckModels Known = shellForTests();
  for (bool Complete : {true, false}) {
    std::vector<ShellTarget> Targets = shellTargets(Text, Complete, Known);
    require(Targets.size() <= Text.size() + 1, "a target takes a character");
    for (const ShellTarget &Target : Targets) {
      require(isLeftOf(Target.Path, Text), "a path is made of the text");
      require(!Target.Command.empty(), "a target says what changes it");
      require(Target.Command == ">" || isLeftOf(Target.Command, Text),
              "a command is made of the text");
    }
  }
  // A command line of its own before it neither hides nor adds anything.
  std::vector<ShellTarget> Alone = shellTargets(Text, true, Known);
  std::vector<ShellTarget> After =
      shellTargets("rm x\n" + Text.str(), true, Known);
  require(After.size() == Alone.size() + 1 && After.front().Path == "x",
          "the line before is read");
  for (size_t I = 0; I < Alone.size(); ++I)
    require(Alone[I].Path == After[I + 1].Path &&
                Alone[I].Complete == After[I + 1].Complete &&
                Alone[I].Command == After[I + 1].Command,
            "a line is read alike after another one");
  return 0;
}
