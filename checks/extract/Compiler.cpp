//===- Compiler.cpp - What a compiler's name and place say ----------------===//
//
// Clang's own parser of names is asked. Whether a prefix is a target is decided
// by what can be parsed for: Clang would ask its back ends, which are not
// linked in.
//
//===----------------------------------------------------------------------===//
#include "extract/Compiler.h"
#include "extract/ClangCompat.h"
#include "io/Paths.h"
#include "clang/Driver/ToolChain.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace stateless {

static bool isTarget(StringRef Prefix) {
  std::string Triple = llvm::Triple::normalize(Prefix);
  return llvm::Triple(Triple).getArch() != llvm::Triple::UnknownArch &&
         compat::canTarget(Triple);
}

CompilerName compilerName(StringRef Program) {
  clang::driver::ParsedClangName Parsed =
      clang::driver::ToolChain::getTargetAndModeFromProgramName(Program);
  CompilerName Name;
  if (Parsed.DriverMode) {
    StringRef Mode = Parsed.DriverMode;
    Mode.consume_front("--driver-mode=");
    Name.Mode = Mode.str();
  }
  if (!Parsed.TargetPrefix.empty() && isTarget(Parsed.TargetPrefix))
    Name.Target = Parsed.TargetPrefix;
  return Name;
}

/// Compilers that Clang's own list of names lacks.
static bool isOtherCompiler(StringRef Name) {
  return llvm::is_contained({"CC", "cxx", "icx", "icpx", "icpc", "dpcpp", "nvc",
                             "mpicxx", "mpiCC", "xlC", "xlclang", "armclang",
                             "emcc", "qcc", "c89", "c99"},
                            Name);
}

bool isCompilerName(StringRef Program) {
  StringRef Name = path::filename(Program, path::Style::windows);
  clang::driver::ParsedClangName Parsed =
      clang::driver::ToolChain::getTargetAndModeFromProgramName(Name);
  return !Parsed.ModeSuffix.empty() || isOtherCompiler(Name);
}

std::string installationOf(StringRef Program, StringRef Directory) {
  if (!path::has_parent_path(Program))
    return "";
  std::string Full = normalisedPath(Program, Directory);
  StringRef Folder = path::parent_path(path::parent_path(Full));
  return Folder == "/" || Folder == "/usr" ? "" : Folder.str();
}

bool holdsGcc(StringRef Installation) {
  for (StringRef Libraries : {"lib/gcc", "lib64/gcc", "lib/gcc-cross"}) {
    llvm::SmallString<256> Folder(Installation);
    path::append(Folder, Libraries);
    if (llvm::sys::fs::is_directory(Folder))
      return true;
  }
  return false;
}

} // namespace stateless
