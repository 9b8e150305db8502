// The stdio family: which calls write, and what the mode string decides.
#include <cstdio>

void writeModeBad() {
  std::FILE *F = std::fopen("/var/lib/app/w", "w"); // expect: stateless-local-file-write "/var/lib/app/w" confidence likely
  if (F)
    std::fclose(F);
}

void appendModeBad() {
  if (std::FILE *F = fopen("/var/lib/app/a", "ab")) // expect: stateless-local-file-write "fopen"
    fclose(F);
}

void updateModeBad() {
  if (std::FILE *F = fopen("/var/lib/app/r-plus", "r+")) // expect: stateless-local-file-write "/var/lib/app/r-plus"
    fclose(F);
}

void updateBinaryModeBad() {
  if (std::FILE *F = fopen("/var/lib/app/rb-plus", "rb+")) // expect: stateless-local-file-write "/var/lib/app/rb-plus"
    fclose(F);
}

void updateModeWithPlusInTheMiddleBad() {
  if (std::FILE *F = fopen("/var/lib/app/r-plus-b", "r+b")) // expect: stateless-local-file-write "/var/lib/app/r-plus-b"
    fclose(F);
}

void exclusiveModeBad() {
  if (std::FILE *F = fopen("/var/lib/app/wx", "wx")) // expect: stateless-local-file-write "/var/lib/app/wx"
    fclose(F);
}

void eitherModeWritesBad(bool Append) {
  if (std::FILE *F = fopen("/var/lib/app/either", Append ? "a" : "w")) // expect: stateless-local-file-write "/var/lib/app/either" confidence likely
    fclose(F);
}

void oneModeWritesBad(bool Write) {
  if (std::FILE *F = fopen("/var/lib/app/one-of", Write ? "w" : "r")) // expect: stateless-local-file-write "/var/lib/app/one-of"
    fclose(F);
}

void redirectStderrBad() {
  if (!std::freopen("/var/log/app.err", "a", stderr)) // expect: stateless-local-file-write "/var/log/app.err" confidence likely
    std::puts("cannot redirect");
}

void removeBad() {
  std::remove("/var/lib/app/removed"); // expect: stateless-local-file-write "/var/lib/app/removed" confidence likely
}

void renameTargetOutsideBad() {
  std::rename("/tmp/new", "/var/lib/app/renamed-to"); // expect: stateless-local-file-write "/var/lib/app/renamed-to" confidence likely
}

void renameSourceOutsideBad() {
  std::rename("/var/lib/app/renamed-from", "/tmp/old"); // expect: stateless-local-file-write "/var/lib/app/renamed-from" confidence likely
}

// The mode decides: the same path is silent when it is only read.
void readModeOk() {
  if (std::FILE *F = std::fopen("/var/lib/app/w", "r"))
    std::fclose(F);
}

void readBinaryModeOk() {
  if (std::FILE *F = fopen("/var/lib/app/w", "rb"))
    fclose(F);
}

void readCloseOnExecModeOk() {
  if (std::FILE *F = fopen("/var/lib/app/w", "re"))
    fclose(F);
}

void readCharacterSetModeOk() {
  if (std::FILE *F = fopen("/var/lib/app/w", "r,ccs=UTF-8"))
    fclose(F);
}

void eitherModeReadsOk(bool Binary) {
  if (std::FILE *F = fopen("/var/lib/app/w", Binary ? "rb" : "r"))
    fclose(F);
}

void modeConstantReadsOk() {
  static constexpr const char *Mode = "r";
  if (std::FILE *F = fopen("/var/lib/app/w", Mode))
    fclose(F);
}

void temporaryOk() {
  if (std::FILE *F = fopen("/tmp/app-w", "w+"))
    fclose(F);
}

void tmpfileOk() {
  if (std::FILE *F = std::tmpfile())
    std::fclose(F);
}

void silenceStdoutOk() {
  if (!std::freopen("/dev/null", "w", stdout))
    std::perror("freopen");
}

void renameInsideOk() { std::rename("/tmp/app-w", "/tmp/app-v"); }
void removeInsideOk() { std::remove("/tmp/app-v"); }
