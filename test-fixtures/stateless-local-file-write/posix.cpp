// POSIX calls: open and its flags, and the calls that change directories.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cstdlib>

constexpr int CreateFlags = O_CREAT | O_EXCL;

void openWriteOnlyBad() {
  int Fd = open("/var/lib/app/wronly", O_WRONLY); // expect: stateless-local-file-write "/var/lib/app/wronly" confidence likely
  close(Fd);
}

void openReadWriteBad() {
  int Fd = ::open("/var/lib/app/rdwr", O_RDWR | O_CLOEXEC); // expect: stateless-local-file-write "/var/lib/app/rdwr"
  ::close(Fd);
}

void openReadOnlyCreateBad() {
  int Fd = open("/var/lib/app/created", O_RDONLY | O_CREAT, 0600); // expect: stateless-local-file-write "/var/lib/app/created"
  close(Fd);
}

void openFlagsFromConstantBad() {
  int Fd = open("/var/lib/app/constant-flags", CreateFlags | O_CLOEXEC, 0600); // expect: stateless-local-file-write "/var/lib/app/constant-flags"
  close(Fd);
}

void openFlagsFromLocalBad(bool Truncate) {
  const int Flags = O_WRONLY | O_CREAT | (Truncate ? O_TRUNC : O_APPEND);
  int Fd = open("/var/lib/app/local-flags", Flags, 0600); // expect: stateless-local-file-write "/var/lib/app/local-flags"
  close(Fd);
}

void openatBad() {
  int Fd = openat(AT_FDCWD, "/var/lib/app/openat", O_WRONLY | O_CREAT, 0600); // expect: stateless-local-file-write "/var/lib/app/openat"
  close(Fd);
}

void creatBad() {
  int Fd = creat("/var/lib/app/creat", 0600); // expect: stateless-local-file-write "/var/lib/app/creat" confidence likely
  close(Fd);
}

void mkstempBad() {
  char Template[] = "/var/tmp/app-XXXXXX";
  int Fd = mkstemp(Template); // expect: stateless-local-file-write "/var/tmp/app-"
  close(Fd);
}

void mkdirBad() {
  mkdir("/var/lib/app/dir", 0700); // expect: stateless-local-file-write "/var/lib/app/dir" confidence likely
}

void rmdirBad() {
  rmdir("/var/lib/app/old-dir"); // expect: stateless-local-file-write "/var/lib/app/old-dir" confidence likely
}

void unlinkBad() {
  unlink("/var/lib/app/unlinked"); // expect: stateless-local-file-write "/var/lib/app/unlinked" confidence likely
}

void truncateBad() {
  if (truncate("/var/lib/app/truncated", 0) != 0) // expect: stateless-local-file-write "/var/lib/app/truncated" confidence likely
    return;
}

void hardLinkBad() {
  if (link("/tmp/app-a", "/var/lib/app/linked") != 0) // expect: stateless-local-file-write "/var/lib/app/linked"
    return;
}

void symlinkBad() {
  if (symlink("/tmp/app-a", "/var/lib/app/symlinked") != 0) // expect: stateless-local-file-write "/var/lib/app/symlinked"
    return;
}

void openReadOnlyOk() {
  int Fd = open("/var/lib/app/wronly", O_RDONLY);
  close(Fd);
}

void openReadOnlyWithOtherFlagsOk() {
  int Fd = open("/var/lib/app/wronly", O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  close(Fd);
}

void openFlagsFromConstantOk() {
  constexpr int ReadFlags = O_RDONLY | O_DIRECTORY;
  int Fd = open("/var/lib/app", ReadFlags);
  close(Fd);
}

void openatReadOnlyOk() {
  int Fd = openat(AT_FDCWD, "/var/lib/app/wronly", O_RDONLY);
  close(Fd);
}

void openTemporaryOk() {
  int Fd = open("/tmp/app-x", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  close(Fd);
}

// An absolute path does not care for the directory.
void openatTemporaryOk(int Directory) {
  int Fd = openat(Directory, "/tmp/app-x", O_WRONLY | O_CREAT, 0600);
  close(Fd);
}

void mkstempOk() {
  char Template[] = "/tmp/app-XXXXXX";
  int Fd = mkstemp(Template);
  close(Fd);
  unlink(Template);
}

// Where a symbolic link points is text, not a file that is written.
void symlinkTargetOk() {
  if (symlink("/var/lib/app/wronly", "/tmp/app-link") != 0)
    return;
}

void directoriesOk() {
  mkdir("/tmp/app-dir", 0700);
  rmdir("/tmp/app-dir");
}

// The descriptor was judged where it was opened.
void descriptorOk(int Fd) {
  if (ftruncate(Fd, 0) != 0 || write(Fd, "x", 1) != 1)
    fsync(Fd);
}

void inspectOk() {
  struct stat St;
  if (stat("/var/lib/app/wronly", &St) == 0 && access("/var/lib/app", W_OK) == 0)
    lstat("/var/lib/app/created", &St);
}
