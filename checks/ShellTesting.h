//===- ShellTesting.h - Commands for tests of the shell --------*- C++ -*-===//
//
// One command for each form of operands and options that models can state, so
// that tests need no rule files. It must not be used outside of tests.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_SHELLTESTING_H
#define STATELESS_CHECKS_SHELLTESTING_H

#include "policy/CheckModels.h"

namespace stateless {

inline CheckModels shellForTests() {
  using enum ShellOperands;
  CheckModels Known;
  Known.ShellCommands = {
      {.Names = {"rm", "rmdir", "unlink", "tee"}, .Writes = All},
      {.Names = {"mkdir", "mkfifo"}, .Writes = All, .ValueOptions = "m"},
      {.Names = {"touch"}, .Writes = All, .ValueOptions = "dtr"},
      {.Names = {"truncate"}, .Writes = All, .ValueOptions = "sr"},
      {.Names = {"shred"}, .Writes = All, .ValueOptions = "ns"},
      {.Names = {"mv"},
       .Writes = All,
       .ValueOptions = "tS",
       .FolderOption = "t"},
      {.Names = {"cp", "ln"},
       .Writes = Last,
       .ValueOptions = "tS",
       .FolderOption = "t"},
      {.Names = {"install"},
       .Writes = Last,
       .ValueOptions = "tSmog",
       .FolderOption = "t"},
      {.Names = {"rsync"},
       .Writes = Last,
       .ValueOptions = "efBMT",
       .Remote = true},
      {.Names = {"scp"},
       .Writes = Last,
       .ValueOptions = "cFiJloPS",
       .Remote = true},
      {.Names = {"chmod", "chown", "chgrp"}, .Writes = AllButFirst},
      {.Names = {"sed"},
       .ValueOptions = "efl",
       .InPlaceOption = "i",
       .InPlaceWord = "--in-place",
       .ScriptOptions = "ef"},
      {.Names = {"dd"}, .Assignment = "of="}};
  for (const char *Word :
       {"sudo", "env", "nohup", "exec", "time", "nice", "command"})
    Known.ShellPrefixes.push_back({Word});
  return Known;
}

} // namespace stateless

#endif
