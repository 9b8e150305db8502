//===- CommandDatabase.cpp - The entries of a database --------------------===//
//
// See CommandDatabase.h.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandDatabase.h"
#include "clang/Tooling/JSONCompilationDatabase.h"

using namespace stateless;

llvm::Expected<std::vector<DatabaseEntry>>
stateless::readDatabase(llvm::StringRef Text) {
  std::string Message;
  std::unique_ptr<clang::tooling::CompilationDatabase> Read =
      clang::tooling::JSONCompilationDatabase::loadFromBuffer(
          Text, Message, clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Read)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   llvm::StringRef(Message).rtrim());
  std::vector<DatabaseEntry> Entries;
  for (clang::tooling::CompileCommand &Each : Read->getAllCompileCommands())
    Entries.push_back({std::move(Each.Directory), std::move(Each.Filename),
                       std::move(Each.Output), std::move(Each.CommandLine)});
  return Entries;
}
