#include "net.h"

int ReadyOk; // expect-benign: stateless-mutable-global "start-up"
int LevelOk; // expect-benign: stateless-mutable-global "start-up"

static void prepare(int N) { LevelOk += N; }

int main(int Argc, char **) {
  ReadyOk = 1;
  for (int I = 0; I < Argc; ++I)
    prepare(I);
  net::serve(8080);
}
