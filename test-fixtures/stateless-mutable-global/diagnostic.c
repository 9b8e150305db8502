// args: -std=gnu17
// What only logs tell is a diagnostic; what an answer shows, or what decides
// something, is state.
#include <math.h>
#include <stdio.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

static long RequestsOk; // expect-benign: stateless-mutable-global "diagnostic"
static long ErrorsOk;   // expect-benign: stateless-mutable-global "diagnostic"
static long BytesOk;    // expect-benign: stateless-mutable-global "diagnostic"
static long ShownBad;   // expect: stateless-mutable-global "ShownBad"
static long LimitBad;   // expect: stateless-mutable-global "LimitBad"
static long NumberBad;  // expect: stateless-mutable-global "NumberBad"
static long NextBad;    // expect: stateless-mutable-global "NextBad"
static long GivenBad;   // expect: stateless-mutable-global "GivenBad"
static long KeptBad;    // expect: stateless-mutable-global "KeptBad"
static float SlopeBad;  // expect: stateless-mutable-global "SlopeBad"
static long MixedBad;   // expect: stateless-mutable-global "MixedBad"
static long FP_Sampled; // expect: stateless-mutable-global "FP_Sampled"

// A name alone makes no logger of what gives something back.
static long log_mix(long Value) { return Value * 2; }
static long keep(long Value) { return KeptBad += Value; }

static void answer(int Client) {
  RequestsOk++;
  BytesOk += 512;
  ++ShownBad;
  ++GivenBad;
  fprintf(stderr, "%ld requests, %ld bytes, %ld\n", RequestsOk, BytesOk * 8, ShownBad);
  dprintf(Client, "%ld", ShownBad);
  if (++LimitBad > 100) {
    ErrorsOk++;
    syslog(LOG_ERR, "%ld refused of %ld", ErrorsOk, LimitBad);
    return;
  }
  // A number for each request.
  long Mine = NumberBad++;
  dprintf(Client, "%ld %ld", Mine, NextBad += 2);
  printf("%ld", NextBad);
  SlopeBad += 1;
  MixedBad += 1;
  dprintf(Client, "%f %ld", logf(SlopeBad), log_mix(MixedBad));
  // What the project's code does with it on its way is not followed.
  printf("%ld", keep(GivenBad));
  // It decides only what is logged.
  if (FP_Sampled++ % 100 == 0)
    fputs("one in a hundred\n", stderr);
}

int main(void) {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Client = accept(Listening, NULL, NULL);
    answer(Client);
    close(Client);
  }
}
