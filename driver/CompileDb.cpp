//===- CompileDb.cpp - The compile commands of a program ------------------===//
//
// The only file that includes Clang's Tooling headers, which are slow to
// compile. The database is checked as JSON first: Clang reads it as YAML,
// prints to stderr as it fails, and cannot say where.
//
//===----------------------------------------------------------------------===//
#include "CompileDb.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error wrong(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

StringRef stateless::databaseRemedy() {
  return "create one with `cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON` "
         "or `bear -- make`";
}

std::string stateless::normalisedPath(StringRef Path, StringRef Directory) {
  llvm::SmallString<256> Absolute(Path);
  if (!path::is_absolute(Path)) {
    Absolute = Directory;
    path::append(Absolute, Path);
  }
  path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}

//===-- Which entries count -----------------------------------------------===//

FileKind stateless::fileKind(StringRef File) {
  StringRef Extension = path::extension(File);
  Extension.consume_front(".");
  auto IsOneOf = [&](std::initializer_list<StringRef> Known) {
    return llvm::is_contained(Known, Extension);
  };
  if (IsOneOf({"c", "C", "cc", "CC", "cp", "cpp", "CPP", "cxx", "CXX", "c++",
               "C++", "i", "ii", "ixx", "cppm", "ccm", "cxxm", "c++m", "mpp"}))
    return FileKind::Source;
  if (IsOneOf({"h", "H", "hh", "hp", "hpp", "HPP", "hxx", "h++", "inl", "inc",
               "ipp", "tpp", "tcc", "txx", "def"}))
    return FileKind::Header;
  if (IsOneOf({"m",   "mm",   "M",    "cu",  "cuh", "cl",    "hip", "s",
               "S",   "sx",   "asm",  "f",   "F",   "for",   "f77", "f90",
               "F90", "f95",  "f03",  "f08", "rc",  "swift", "go",  "rs",
               "d",   "java", "ads",  "adb", "y",   "l",     "txt", "md",
               "py",  "json", "yaml", "yml"}))
    return FileKind::Foreign;
  return FileKind::Unknown;
}

/// The language that the last -x gives, or "".
static StringRef explicitLanguage(llvm::ArrayRef<std::string> CommandLine) {
  StringRef Language;
  for (size_t I = 1; I < CommandLine.size(); ++I) {
    StringRef Arg = CommandLine[I];
    if (Arg == "-x" && I + 1 < CommandLine.size())
      Language = CommandLine[I + 1];
    else if (Arg.consume_front("-x") || Arg.consume_front("--language="))
      Language = Arg;
  }
  return Language == "none" ? "" : Language;
}

static bool isAnalysable(const CompileUnit &Unit) {
  StringRef Language = explicitLanguage(Unit.CommandLine);
  if (Language.empty())
    return fileKind(Unit.File) == FileKind::Source;
  for (StringRef Known : {"c", "c++", "cpp-output", "c++-cpp-output",
                          "c++-module", "c++-module-cpp-output"})
    if (Language == Known)
      return true;
  return false;
}

/// A unit without what names its outputs: equal keys give equal facts.
static std::string dedupeKey(const CompileUnit &Unit) {
  std::string Key = Unit.File + '\0' + Unit.Directory;
  for (size_t I = 0; I < Unit.CommandLine.size(); ++I) {
    StringRef Arg = Unit.CommandLine[I];
    if (Arg == "-o" || Arg == "-MF" || Arg == "-MT" || Arg == "-MQ" ||
        Arg == "-MJ")
      ++I;
    else
      (Key += '\0') += Arg;
  }
  return Key;
}

static std::vector<CompileUnit>
analysableUnits(const clang::tooling::CompilationDatabase &Raw,
                StringRef Folder) {
  std::multimap<std::string, CompileUnit> ByFile; // Keeps the order of equals.
  llvm::StringSet<> Seen;
  for (clang::tooling::CompileCommand &Command : Raw.getAllCompileCommands()) {
    CompileUnit Unit;
    Unit.Directory = normalisedPath(Command.Directory, Folder);
    Unit.File = normalisedPath(Command.Filename, Unit.Directory);
    Unit.CommandLine = std::move(Command.CommandLine);
    if (isAnalysable(Unit) && Seen.insert(dedupeKey(Unit)).second)
      ByFile.emplace(Unit.File, std::move(Unit));
  }
  std::vector<CompileUnit> Units;
  for (auto &[File, Unit] : ByFile)
    Units.push_back(std::move(Unit));
  return Units;
}

//===-- Finding and reading -----------------------------------------------===//

static bool isFile(StringRef Path) { return fs::is_regular_file(Path); }

static std::string databaseIn(StringRef Folder) {
  llvm::SmallString<256> File(Folder);
  path::append(File, "compile_commands.json");
  return isFile(File) ? File.str().str() : "";
}

/// Build folders of \p Folder that exist, in the order to try.
static std::vector<std::string> buildFolders(StringRef Folder) {
  std::vector<std::string> Names{"build", "out", "_build"}, Clion;
  std::error_code Error;
  for (fs::directory_iterator It(Folder, Error), End; It != End && !Error;
       It.increment(Error))
    if (path::filename(It->path()).starts_with("cmake-build-"))
      Clion.push_back(path::filename(It->path()).str());
  llvm::sort(Clion);
  llvm::append_range(Names, Clion);
  for (std::string &Name : Names) {
    llvm::SmallString<256> Full(Folder);
    path::append(Full, Name);
    Name = Full.str().str();
  }
  return Names;
}

std::string stateless::findCompileDb(StringRef Directory) {
  for (StringRef Folder = Directory; !Folder.empty();
       Folder = path::parent_path(Folder)) {
    if (std::string File = databaseIn(Folder); !File.empty())
      return File;
    for (const std::string &Build : buildFolders(Folder))
      if (std::string File = databaseIn(Build); !File.empty())
        return File;
  }
  return "";
}

/// The text of \p File, checked to be JSON.
static llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readJson(StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return wrong("cannot read '" + File + "': " + Buffer.getError().message());
  StringRef Text = (*Buffer)->getBuffer();
  if (Text.trim().empty())
    return wrong("'" + File + "' is empty; " + databaseRemedy());
  // File names need not be UTF-8; that alone is no reason to refuse.
  auto Parsed = llvm::json::isUTF8(Text)
                    ? llvm::json::parse(Text)
                    : llvm::json::parse(llvm::json::fixUTF8(Text));
  if (!Parsed)
    return wrong("'" + File + "' is not a compilation database: " +
                 llvm::toString(Parsed.takeError()) + "; " + databaseRemedy());
  if (!Parsed->getAsArray())
    return wrong("'" + File +
                 "' is not a compilation database: it is no list "
                 "of commands; " +
                 databaseRemedy());
  return std::move(*Buffer);
}

llvm::Expected<CompileDb> stateless::loadCompileDb(StringRef Path) {
  CompileDb Db;
  Db.File = Path.str();
  if (!fs::exists(Path))
    return wrong("no such file or folder: '" + Path + "'; " + databaseRemedy());
  if (fs::is_directory(Path) && (Db.File = databaseIn(Path)).empty())
    return wrong("no compile_commands.json in '" + Path + "'; " +
                 databaseRemedy());
  auto Buffer = readJson(Db.File);
  if (!Buffer)
    return Buffer.takeError();
  std::string Message;
  std::unique_ptr<clang::tooling::CompilationDatabase> Raw =
      clang::tooling::JSONCompilationDatabase::loadFromBuffer(
          (*Buffer)->getBuffer(), Message,
          clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Raw)
    return wrong("'" + Db.File + "' is not a compilation database: " +
                 StringRef(Message).rtrim() + " " + databaseRemedy());
  if (Raw->getAllFiles().empty())
    return wrong("'" + Db.File + "' has no entries; " + databaseRemedy());
  Raw = clang::tooling::expandResponseFiles(std::move(Raw),
                                            llvm::vfs::getRealFileSystem());
  Db.Units = analysableUnits(*Raw, path::parent_path(Db.File));
  if (Db.Units.empty())
    return wrong("'" + Db.File + "' has no C or C++ entries");
  return Db;
}

//===-- Changing commands -------------------------------------------------===//

CompileUnit stateless::fixedUnit(StringRef Directory, StringRef File,
                                 llvm::ArrayRef<std::string> Flags) {
  CompileUnit Unit;
  Unit.Directory = Directory.str();
  Unit.File = normalisedPath(File, Directory);
  Unit.CommandLine.push_back("clang");
  llvm::append_range(Unit.CommandLine, Flags);
  Unit.CommandLine.push_back(Unit.File);
  return Unit;
}

void stateless::addArguments(CompileUnit &Unit,
                             llvm::ArrayRef<std::string> Before,
                             llvm::ArrayRef<std::string> After) {
  std::vector<std::string> &Line = Unit.CommandLine;
  if (Line.empty())
    return;
  Line.insert(llvm::find(Line, "--"), After.begin(), After.end());
  Line.insert(Line.begin() + 1, Before.begin(), Before.end());
}
