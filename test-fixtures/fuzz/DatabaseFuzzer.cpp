//===- DatabaseFuzzer.cpp - Any bytes as compile_commands.json ------------===//
//
// The bytes stand in a file that lives in memory only and is read through the
// same door as any other. What the database keeps must be in order, whatever
// was in it.
//
//===----------------------------------------------------------------------===//
#include "CompileDb.h"
#include "io/Paths.h"
#include "Fuzzing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

namespace {

/// A file in memory; \p path() opens it.
class MemoryFile {
public:
  explicit MemoryFile(StringRef Bytes) : Fd(::memfd_create("database", 0)) {
    require(Fd >= 0, "there is a file in memory");
    while (!Bytes.empty()) {
      ssize_t Written = ::write(Fd, Bytes.data(), Bytes.size());
      require(Written > 0, "a file in memory can be written");
      Bytes = Bytes.drop_front(static_cast<size_t>(Written));
    }
  }
  MemoryFile(const MemoryFile &) = delete;
  ~MemoryFile() { ::close(Fd); }

  std::string path() const { return "/proc/self/fd/" + std::to_string(Fd); }

private:
  int Fd;
};

bool isNormal(StringRef Path) {
  return llvm::sys::path::is_absolute(Path) &&
         normalisedPath(Path, "/") == Path;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  MemoryFile File(fuzz::textOf(Data, Size));
  llvm::Expected<CompileDb> Db = loadCompileDb(File.path());
  if (!Db) {
    require(!llvm::toString(Db.takeError()).empty(), "a refusal says why");
    return 0;
  }
  require(llvm::is_sorted(Db->Units,
                          [](const CompileUnit &A, const CompileUnit &B) {
                            return A.File < B.File;
                          }),
          "units are sorted by file");
  require(Db->Units.size() + Db->Unread.size() + Db->Repeated == Db->Entries,
          "every entry is accounted for");
  for (const CompileUnit &Unit : Db->Units) {
    require(!Unit.CommandLine.empty(), "a unit has a command");
    require(isNormal(Unit.Directory), "a unit's folder is absolute");
    require(isNormal(Unit.File), "a unit's file is absolute");
  }
  for (CompileUnit &Unit : Db->Units) {
    size_t Before = Unit.CommandLine.size();
    addArguments(Unit, {"-before"}, {"-after"});
    require(Unit.CommandLine.size() == Before + 2,
            "arguments are added to a command");
  }
  return 0;
}
