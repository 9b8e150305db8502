// args: -std=gnu17
// What a variadic function gets beyond its parameters comes out of its list:
// loggers only read it, others write through it.
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

static char *Root;   // expect-benign: stateless-mutable-global "written only at start-up"
static int FilledBad; // expect: stateless-mutable-global "FilledBad" confidence proven
static int CopiedBad; // expect: stateless-mutable-global "CopiedBad" confidence proven
static int StoredBad; // expect: stateless-mutable-global "StoredBad" confidence proven
static int ReadOk = 3; // expect-benign: stateless-mutable-global "never written"
static int *Kept;      // expect-benign: stateless-mutable-global "scratch"

static void logList(const char *Format, va_list List) { vfprintf(stderr, Format, List); }
static void log(const char *Format, ...) {
  char Line[512];
  va_list List;
  va_start(List, Format);
  vsnprintf(Line, sizeof Line, Format, List);
  va_end(List);
  va_start(List, Format);
  logList(Format, List);
  vsyslog(3, Format, List);
  va_end(List);
  fputs(Line, stderr);
}

static char *errorText(void) {
  static char BufferOk[100]; // expect-benign: stateless-mutable-global "scratch"
  sprintf(BufferOk, "%d: %s", errno, strerror(errno));
  return BufferOk;
}

static void count(int N, ...) {
  va_list List;
  va_start(List, N);
  while (N--)
    ++*va_arg(List, int *);
  va_end(List);
}
static void countList(int N, va_list List) { *va_arg(List, int *) += N; }
static void countCopy(int N, ...) {
  va_list List, Copy;
  va_start(List, N);
  va_copy(Copy, List);
  countList(N, Copy);
  va_end(Copy);
  va_end(List);
}
static int sum(int N, ...) {
  int Sum = 0;
  va_list List;
  va_start(List, N);
  while (N--)
    Sum += *va_arg(List, int *);
  va_end(List);
  return Sum;
}
static void keep(int N, ...) {
  va_list List;
  va_start(List, N);
  Kept = va_arg(List, int *);
  va_end(List);
}

int main(int Count, char **Words) {
  Root = Words[Count - 1];
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, NULL, NULL);
    log("%s below %s\n", errorText(), Root);
    count(1, &FilledBad);
    countCopy(1, &CopiedBad);
    keep(1, &StoredBad);
    *Kept += sum(1, &ReadOk);
    dprintf(Client, "%d%d%d", FilledBad, CopiedBad, StoredBad);
    close(Client);
  }
}
