// args: -std=gnu17
// What each request overwrites before it reads it carries nothing over; what
// one way leaves as it was, does.
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char RequestOk[4096]; // expect-benign: stateless-mutable-global "scratch"
static char ReplyOk[512];    // expect-benign: stateless-mutable-global "scratch"
static char MethodOk[16];    // expect-benign: stateless-mutable-global "scratch"
static char AgentOk[128];    // expect-benign: stateless-mutable-global "scratch"
static char HostBad[128];    // expect: stateless-mutable-global "HostBad" confidence proven
static int StatusBad = 200;  // expect: stateless-mutable-global "StatusBad"
static int LengthOk;         // expect-benign: stateless-mutable-global "scratch"
static struct stat InfoOk;   // expect-benign: stateless-mutable-global "scratch"
static struct stat EtagBad;  // expect: stateless-mutable-global "EtagBad"
static char HeadOk[64];      // expect-benign: stateless-mutable-global "scratch"
static char TailBad[64];     // expect: stateless-mutable-global "TailBad"
static char JoinedOk[256];   // expect-benign: stateless-mutable-global "scratch"
static char JoinedBad[256];  // expect: stateless-mutable-global "JoinedBad"
static char MiddleBad[64];   // expect: stateless-mutable-global "MiddleBad"
static int PreviousBad;      // expect: stateless-mutable-global "PreviousBad"
static int TurnsBad;         // expect: stateless-mutable-global "TurnsBad"
static char ShownBad[64];    // expect: stateless-mutable-global "ShownBad"
// What is received is less than what is sent.
static char FN_Wire[256];    // expect-benign: stateless-mutable-global "scratch"
static char StampOk[32];     // expect-benign: stateless-mutable-global "scratch"

// Filled by a callee, through its parameter: always, or only if there is one.
static void print(char *Into, size_t Size, int Number) { snprintf(Into, Size, "%d", Number); }
static void findHost(char *Into, size_t Size) {
  const char *At = strstr(RequestOk, "Host: ");
  if (At)
    snprintf(Into, Size, "%s", At + 6);
}
// It moves its parameter before it writes there.
static void printBehind(char *Into, int Number) {
  Into += 4;
  sprintf(Into, "%d", Number);
}

static const char *stamp(void) {
  time_t Now = time(NULL);
  struct tm Parts;
  strftime(StampOk, sizeof StampOk, "%T", gmtime_r(&Now, &Parts));
  return StampOk;
}

static void answer(int Client) {
  AgentOk[0] = '\0';
  findHost(AgentOk, sizeof AgentOk);
  findHost(HostBad, sizeof HostBad);
  if (strstr(RequestOk, "/none"))
    StatusBad = 404;
  // What may fail tells so.
  if (stat("/etc/hosts", &InfoOk) == 0)
    dprintf(Client, "%ld", (long)InfoOk.st_size);
  stat("/etc/motd", &EtagBad);
  dprintf(Client, "%ld", (long)EtagBad.st_mtime);
  memset(HeadOk, 0, sizeof HeadOk);
  strcat(HeadOk, MethodOk);
  memcpy(TailBad, RequestOk, (size_t)LengthOk % sizeof TailBad);
  strcpy(JoinedOk, "a");
  strcat(JoinedOk, MethodOk);
  strcat(JoinedBad, MethodOk);
  printBehind(MiddleBad, LengthOk);
  print(ReplyOk, sizeof ReplyOk, StatusBad);
  write(Client, TailBad, sizeof TailBad);
  if (recv(Client, FN_Wire, sizeof FN_Wire, 0) > 0)
    send(Client, FN_Wire, sizeof FN_Wire, 0);
  dprintf(Client, "%s%s%s%s%s%s%s%s", ReplyOk, HostBad, AgentOk, HeadOk, JoinedOk, JoinedBad, MiddleBad, stamp());
}

static void show(int Client) { dprintf(Client, "%s", ShownBad); }

int main(void) {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, NULL, NULL);
    if (Client < 0)
      continue;
    ssize_t Got = recv(Client, RequestOk, sizeof RequestOk - 1, 0);
    if (Got <= 0)
      continue;
    LengthOk = (int)Got;
    RequestOk[Got] = '\0';
    if (sscanf(RequestOk, "%15s", MethodOk) != 1)
      continue;
    dprintf(Client, "%d", PreviousBad);
    PreviousBad = LengthOk;
    TurnsBad = TurnsBad + LengthOk;
    show(Client);
    snprintf(ShownBad, sizeof ShownBad, "%d", TurnsBad);
    answer(Client);
    close(Client);
  }
}
