// C: arrays of structs indexed by an id.
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

#define MAX_SESSIONS 64

struct session {
  char Name[32];
  time_t Seen;
};
typedef struct {
  int Items[8];
  int Count;
} cart_t;
struct token {
  unsigned char Text[16];
};
struct colour {
  int Red, Green, Blue;
};

static struct session SlotsBad[MAX_SESSIONS]; // expect: stateless-session-map "session"
cart_t CartsBad[MAX_SESSIONS];                // expect: stateless-session-map "cart" confidence likely
static struct token *PointersBad[MAX_SESSIONS]; // expect: stateless-session-map "token"
static struct session MatrixBad[4][MAX_SESSIONS]; // expect: stateless-session-map "MatrixBad"
static struct session ClearedBad[MAX_SESSIONS]; // expect: stateless-session-map "written by 'clearBad'"

// A tentative definition, then nothing more: other units may write it.
struct session TentativeBad[MAX_SESSIONS]; // expect-unsettled: stateless-session-map "may be written by another translation unit" confidence possible

static struct colour PaletteBad[16]; // expect: stateless-mutable-global "written by 'paintBad'"

struct server {
  int Port;
  struct session SlotsBad[MAX_SESSIONS]; // expect: stateless-session-map "SlotsBad"
};
static struct server Server;

void touchBad(int Id, time_t Now) {
  SlotsBad[Id].Seen = Now;
  CartsBad[Id].Count++;
  PointersBad[Id] = NULL;
  MatrixBad[Id % 4][Id].Seen = Now;
}

void touchByPointerBad(int Id, time_t Now) {
  struct session *S = &Server.SlotsBad[Id];
  S->Seen = Now;
}

void clearBad(int Id) { memset(&ClearedBad[Id], 0, sizeof ClearedBad[Id]); }

void paintBad(int Id) { PaletteBad[Id].Red = 255; }

int localStaticBad(int Id) {
  static cart_t ByCallerBad[MAX_SESSIONS]; // expect: stateless-session-map "ByCallerBad"
  return ByCallerBad[Id].Count++;
}

static const struct token KnownOk[2] = {{{1}}, {{2}}}; // expect-benign: stateless-session-map "constant"
static struct session EmptyOk[MAX_SESSIONS];           // expect-benign: stateless-session-map "never written"

bool knownOk(int Id, const unsigned char *Text) {
  return memcmp(KnownOk[Id].Text, Text, sizeof KnownOk[Id].Text) == 0 &&
         EmptyOk[Id].Seen == 0 && TentativeBad[Id].Seen == 0;
}

void localOk(int Id) {
  struct session Mine[4];
  memset(Mine, 0, sizeof Mine);
  Mine[Id].Seen = 1;
}

void parameterOk(struct session *Sessions, int Id) { Sessions[Id].Seen = 0; }
