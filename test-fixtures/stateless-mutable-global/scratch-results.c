// args: -std=gnu17
// What a call both takes and gives back, and what it fills and returns: scratch,
// if it is set each time; no plain read says so.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static socklen_t LengthOk;             // expect-benign: stateless-mutable-global "scratch"
static char PacketOk[512];             // expect-benign: stateless-mutable-global "scratch"
static socklen_t KeptLengthBad;        // expect: stateless-mutable-global "written after start-up by 'take'"
static socklen_t HalfBad;              // expect: stateless-mutable-global "written after start-up by 'take'"
static unsigned SeedBad;               // expect: stateless-mutable-global "written after start-up by 'take'"
static char *RestBad;                  // expect: stateless-mutable-global "written after start-up by 'take'"
static int LastBad;                    // expect: stateless-mutable-global "written after start-up by 'take'"
static int HitsBad;                    // expect: stateless-mutable-global "each change builds on the last"

static const char *address(const struct in_addr *Of) {
  static char TextOk[INET_ADDRSTRLEN]; // expect-benign: stateless-mutable-global "scratch"
  return inet_ntop(AF_INET, Of, TextOk, sizeof TextOk);
}

static const char *joined(const char *Part) {
  static char PathBad[256]; // expect: stateless-mutable-global "written after start-up by 'joined'"
  return strcat(PathBad, Part);
}

static long take(int Client, const struct sockaddr_in *From) {
  struct sockaddr_storage Peer;
  LengthOk = sizeof Peer;
  long Got = recvfrom(Client, PacketOk, sizeof PacketOk, 0, (struct sockaddr *)&Peer, &LengthOk);
  struct sockaddr_storage Other;
  getpeername(Client, (struct sockaddr *)&Other, &KeptLengthBad);
  if (Got > 5)
    HalfBad = sizeof Other;
  getpeername(Client, (struct sockaddr *)&Other, &HalfBad);
  dprintf(Client, "%d %s %s", rand_r(&SeedBad), address(&From->sin_addr), joined("x"));
  if (Got > 0)
    dprintf(Client, "%s", strtok_r(NULL, " ", &RestBad));
  dprintf(Client, "%c", PacketOk[0]);
  LastBad = (int)Got;
  ++HitsBad;
  return Got;
}

int main(void) {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    struct sockaddr_in From;
    socklen_t Length = sizeof From;
    int Client = accept(Listening, (struct sockaddr *)&From, &Length);
    if (Client >= 0 && take(Client, &From) >= 0)
      close(Client);
  }
}
