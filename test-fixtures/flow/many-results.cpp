// A reference to one of twenty.
static int V0; // expect: stateless-mutable-global "V0"
static int V1; // expect: stateless-mutable-global "V1"
static int V2; // expect: stateless-mutable-global "V2"
static int V3; // expect: stateless-mutable-global "V3"
static int V4; // expect: stateless-mutable-global "V4"
static int V5; // expect: stateless-mutable-global "V5"
static int V6; // expect: stateless-mutable-global "V6"
static int V7; // expect: stateless-mutable-global "V7"
static int V8; // expect: stateless-mutable-global "V8"
static int V9; // expect: stateless-mutable-global "V9"
static int V10; // expect: stateless-mutable-global "V10"
static int V11; // expect: stateless-mutable-global "V11"
static int V12; // expect: stateless-mutable-global "V12"
static int V13; // expect: stateless-mutable-global "V13"
static int V14; // expect: stateless-mutable-global "V14"
static int V15; // expect: stateless-mutable-global "V15"
static int V16; // expect: stateless-mutable-global "V16"
static int V17; // expect: stateless-mutable-global "V17"
static int V18; // expect: stateless-mutable-global "V18"
static int V19; // expect: stateless-mutable-global "V19"
int &pick(int C) {
  switch (C) {
  case 0: return V0;
  case 1: return V1;
  case 2: return V2;
  case 3: return V3;
  case 4: return V4;
  case 5: return V5;
  case 6: return V6;
  case 7: return V7;
  case 8: return V8;
  case 9: return V9;
  case 10: return V10;
  case 11: return V11;
  case 12: return V12;
  case 13: return V13;
  case 14: return V14;
  case 15: return V15;
  case 16: return V16;
  case 17: return V17;
  case 18: return V18;
  case 19: return V19;
  }
  return V0;
}
void write(int C) { pick(C) = 1; }
int main() {
  for (;;)
    write(2);
}
