// args: -std=gnu17
// What a loop receives and leaves for its next turn.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct request {
  char User[32];
  int Length;
};

static char UserBad[32];  // expect: stateless-mutable-global "remembers what 'recv' receives for later requests"
static int LengthBad;     // expect: stateless-mutable-global "remembers what 'recv' receives for later requests"
static char LineBad[512]; // expect: stateless-mutable-global "remembers what 'recv' receives for later requests"
static int SeedBad;       // expect: stateless-mutable-global "differs by replica, made of 'random'"
static unsigned long TurnsBad; // expect: stateless-mutable-global "each change builds on the last"
static char *NameBad;     // expect: stateless-mutable-global "remembers what 'recv' receives for later requests"
static int ModesBad[2];      // expect: stateless-mutable-global "ModesBad"

static void parse(const char *Line, int Length, struct request *Into) {
  strncpy(Into->User, Line, sizeof Into->User - 1);
  Into->Length = Length;
}

static void remember(const struct request *Q) {
  memcpy(UserBad, Q->User, sizeof UserBad);
  NameBad = strdup(Q->User);
}

int main(void) {
  char Line[512], Answer[2048];
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, NULL, NULL);
    int Length = recv(Client, Line, sizeof Line - 1, 0);
    Line[Length] = 0;
    struct request Q = {0};
    snprintf(Answer, sizeof Answer, "%s %d %s %d %lu %s %d", UserBad, LengthBad, LineBad, SeedBad, TurnsBad, NameBad, ModesBad[0]);
    parse(Line, Length, &Q);
    remember(&Q);
    LengthBad = Length;
    strcpy(LineBad, Line);
    if (!SeedBad)
      SeedBad = random();
    TurnsBad++;
    ModesBad[1] = 2;
    send(Client, Answer, strlen(Answer), 0);
    close(Client);
  }
}
