// args: -std=gnu11
// C: paths out of macros, tables, buffers, structs and parameters.
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STATE_DIR "/var/lib/c"
#define STATE_FILE STATE_DIR "/state"
#define OPEN_LOG(NAME) fopen("/var/log/" NAME ".log", "a")

static const char LogFile[] = "/var/log/c-array.log";
static const char *const Spool = "/var/spool/c";
static const char *TempFile = "/tmp/c-values";

struct config {
  const char *Directory;
  int Level;
};

static const struct config Config = {.Directory = "/var/lib/c-config", .Level = 1};

void macroBad(void) {
  FILE *F = fopen(STATE_FILE, "w"); // expect: stateless-local-file-write "/var/lib/c/state" confidence likely
  if (F)
    fclose(F);
}

void functionMacroBad(void) {
  FILE *F = OPEN_LOG("c-macro"); // expect: stateless-local-file-write "/var/log/c-macro.log" confidence likely
  if (F)
    fclose(F);
}

void arrayBad(void) {
  FILE *F = fopen(LogFile, "a"); // expect: stateless-local-file-write "/var/log/c-array.log" confidence likely
  if (F)
    fclose(F);
}

void snprintfBad(int Id) {
  char Path[PATH_MAX];
  snprintf(Path, sizeof(Path), "%s/%d", Spool, Id);
  int Fd = open(Path, O_WRONLY | O_CREAT, 0600); // expect: stateless-local-file-write "/var/spool/c"
  close(Fd);
}

void sprintfBad(const char *Name) {
  char Path[64];
  sprintf(Path, STATE_DIR "/%.20s", Name);
  unlink(Path); // expect: stateless-local-file-write "/var/lib/c/"
}

// Whether a field of a constant is followed or not, it must not be silent.
void fieldBad(void) {
  FILE *F = fopen(Config.Directory, "w"); // expect: stateless-local-file-write "fopen"
  if (F)
    fclose(F);
}

static int store(const char *Path, int Flags) {
  int Fd = open(Path, Flags, 0600);
  return Fd < 0 ? -1 : close(Fd);
}

void parameterBad(void) {
  store("/var/lib/c/parameter", O_WRONLY | O_CREAT); // expect: stateless-local-file-write "/var/lib/c/parameter"
}

void unknownBad(const char *Path) {
  FILE *F = fopen(Path, "wb"); // expect: stateless-local-file-write "unknown path" confidence possible
  if (F)
    fclose(F);
}

void environmentBad(void) {
  FILE *F = fopen(getenv("C_STATE"), "w"); // expect: stateless-local-file-write "configurable" confidence possible
  if (F)
    fclose(F);
}

void conditionalBad(int Debug) {
  const char *Path = Debug ? "/tmp/c-debug" : "/var/lib/c/release";
  FILE *F = fopen(Path, "w"); // expect: stateless-local-file-write "/var/lib/c/release" confidence likely
  if (F)
    fclose(F);
}

void parameterOk(void) { store("/tmp/c-parameter", O_WRONLY | O_CREAT); }
void parameterReadOk(void) { store("/etc/hostname", O_RDONLY); }

void neverWrittenPointerOk(void) {
  FILE *F = fopen(TempFile, "w");
  if (F)
    fclose(F);
}

void snprintfOk(const char *Name) {
  char Path[PATH_MAX];
  snprintf(Path, sizeof(Path), "/tmp/c-%s", Name);
  FILE *F = fopen(Path, "w");
  if (F)
    fclose(F);
}

void localOk(void) {
  const char *Path = "/tmp/c-local";
  const char *Mode = "w";
  FILE *F = fopen(Path, Mode);
  if (F)
    fclose(F);
}

int compareOk(const char *Path) { return strcmp(Path, STATE_FILE) == 0 && Config.Level; }
