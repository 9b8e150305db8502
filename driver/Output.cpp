//===- Output.cpp - Reports to the places that were asked for -------------===//
//
// Regular files are replaced by renaming a finished temporary file (a symbolic
// link keeps its place: its target is replaced); devices and pipes are written
// directly.
//
//===----------------------------------------------------------------------===//
#include "Output.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error cannotWrite(StringRef File, std::error_code Why) {
  return llvm::createStringError(Why,
                                 "cannot write " + File + ": " + Why.message());
}

llvm::Error stateless::checkOutputs(llvm::ArrayRef<OutputRequest> Outputs) {
  for (const OutputRequest &Output : Outputs) {
    if (Output.File.empty())
      continue;
    std::string Quoted = "'" + Output.File + "'";
    if (fs::is_directory(Output.File))
      return cannotWrite(Quoted,
                         std::make_error_code(std::errc::is_a_directory));
    StringRef Folder = path::parent_path(Output.File);
    if (!fs::is_directory(Folder.empty() ? "." : Folder))
      return cannotWrite(
          Quoted, std::make_error_code(std::errc::no_such_file_or_directory));
  }
  return llvm::Error::success();
}

static llvm::Error finish(llvm::raw_fd_ostream &OS, StringRef Name) {
  OS.flush();
  if (!OS.has_error())
    return llvm::Error::success();
  std::error_code Why = OS.error();
  OS.clear_error();
  return cannotWrite(Name, Why);
}

llvm::Error
stateless::writeOutput(StringRef File,
                       llvm::function_ref<void(llvm::raw_ostream &)> Write) {
  if (File.empty()) {
    Write(llvm::outs());
    return finish(llvm::outs(), "to stdout");
  }
  std::string Quoted = "'" + File.str() + "'";
  llvm::SmallString<256> Target;
  bool Exists = !fs::real_path(File, Target);
  if (!Exists)
    Target = File;
  if (Exists && !fs::is_regular_file(Target)) {
    std::error_code Why;
    llvm::raw_fd_ostream OS(Target, Why);
    if (Why)
      return cannotWrite(Quoted, Why);
    Write(OS);
    return finish(OS, Quoted);
  }
  auto Temporary = fs::TempFile::create(Target + ".%%%%%%");
  if (!Temporary)
    return cannotWrite(Quoted, llvm::errorToErrorCode(Temporary.takeError()));
  {
    llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
    Write(OS);
    if (llvm::Error Failed = finish(OS, Quoted)) {
      llvm::consumeError(Temporary->discard());
      return Failed;
    }
  }
  return Temporary->keep(Target);
}

std::string stateless::projectRoot(StringRef SourceRoot, StringRef RuleRoot,
                                   StringRef WorkingDirectory) {
  for (StringRef Folder = SourceRoot; !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<256> Git(Folder);
    path::append(Git, ".git");
    if (fs::exists(Git))
      return Folder.str();
  }
  for (StringRef Root : {RuleRoot, SourceRoot})
    if (!Root.empty())
      return Root.str();
  return WorkingDirectory.str();
}
