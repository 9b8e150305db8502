// C: globals, tentative definitions, structs, unions, bit-fields, pointers.
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

int InitialisedBad = 1; // expect: stateless-mutable-global "written by 'use' (increment)" confidence likely
int TentativeBad; // expect: stateless-mutable-global "TentativeBad" "written by 'use' (assignment)" confidence likely
static int StaticBad; // expect: stateless-mutable-global "written by 'use' (compound assignment)" confidence likely
static int StaticOk = 3; // expect-benign: stateless-mutable-global "never written"
int UnseenBad; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible

// A tentative definition, then the definition.
int TwiceBad;
int TwiceBad = 2; // expect: stateless-mutable-global "TwiceBad" "written by 'use' (assignment)"
extern int LaterBad;
void early(void) { LaterBad = 4; } // expect-fact: write LaterBad
int LaterBad; // expect: stateless-mutable-global "written by 'early' (assignment)" confidence likely
int SameLineBad; int SameLineBad; // expect-unsettled: stateless-mutable-global "may be written by another translation unit"

// Defined elsewhere.
extern int ElsewhereOk;
extern char ElsewhereArrayOk[];

// Constants.
const int LimitOk = 5; // expect-benign: stateless-mutable-global "constant"
static const char *const NamesOk[] = {"a", "b"}; // expect-benign: stateless-mutable-global "constant"
const char TextOk[] = "text"; // expect-benign: stateless-mutable-global "constant"
enum Colour { Red, Green };
static const enum Colour FirstOk = Red; // expect-benign: stateless-mutable-global "constant"
static enum Colour ColourBad; // expect: stateless-mutable-global "written by 'use' (assignment)"
static const char *NameBad = "n"; // expect: stateless-mutable-global "written by 'use' (assignment)"
static const char *NameOk = "n"; // expect-benign: stateless-mutable-global "never written"

// Aggregates.
struct Point {
  int X, Y;
  struct Point *Next;
};
static struct Point PointBad; // expect: stateless-mutable-global "written by 'use' (assignment)"
static struct Point OriginOk = {.X = 0}; // expect-benign: stateless-mutable-global "never written"
static const struct Point FixedOk = {1, 2, NULL}; // expect-benign: stateless-mutable-global "constant"
static struct Point PathBad[4]; // expect: stateless-mutable-global "written by 'use' (increment)"
static struct Point *HeadBad; // expect: stateless-mutable-global "written by 'use' (assignment)"
static struct Point *const CellBad = &(struct Point){1, 2, NULL}; // expect: stateless-mutable-global "written by 'use' (assignment)"
static union {
  int Whole;
  unsigned char Bytes[4];
} ViewBad; // expect: stateless-mutable-global "written by 'use' (assignment)"
static struct {
  unsigned On : 1;
  unsigned Level : 3;
} FlagsBad, FlagsOk; // expect: stateless-mutable-global "FlagsBad" "written by 'use' (compound assignment)" expect-benign: stateless-mutable-global "never written"
typedef struct {
  char Text[16];
  int Used;
} Buffer;
static Buffer BufferBad; // expect: stateless-mutable-global "written by 'use' (passed to '" "strncpy'"
static int (*CallbackBad)(void); // expect: stateless-mutable-global "written by 'use' (assignment)"
static _Thread_local int ThreadBad; // expect: stateless-mutable-global "written by 'use' (increment)"
static atomic_int AtomicBad; // expect: stateless-mutable-global "AtomicBad" "written by 'use'"
static _Atomic int QualifiedBad; // expect: stateless-mutable-global "written by 'use' (compound assignment)"
static volatile int VolatileBad; // expect: stateless-mutable-global "written by 'use' (assignment)"
static int GridBad[2][2]; // expect: stateless-mutable-global "written by 'use' (assignment)"

int use(struct Point *P, int (*F)(void)) {
  InitialisedBad++;       // expect-fact: write InitialisedBad
  TentativeBad = LimitOk; // expect-fact: write TentativeBad
  StaticBad |= StaticOk;  // expect-fact: write StaticBad
  TwiceBad = UnseenBad;   // expect-fact: write TwiceBad
  ColourBad = Green;      // expect-fact: write ColourBad
  NameBad = NameOk;       // expect-fact: write NameBad
  PointBad.Next = P;      // expect-fact: write PointBad
  ++PathBad[1].Y;         // expect-fact: write PathBad
  HeadBad = P;            // expect-fact: write HeadBad
  CellBad->X = 1;         // expect-fact: write CellBad
  ViewBad.Bytes[0] = 2;   // expect-fact: write ViewBad
  FlagsBad.Level += 1;    // expect-fact: write FlagsBad
  strncpy(BufferBad.Text, TextOk, sizeof BufferBad.Text); // expect-fact: write BufferBad
  CallbackBad = F;        // expect-fact: write CallbackBad
  ThreadBad++;            // expect-fact: write ThreadBad
  atomic_fetch_add(&AtomicBad, 1); // expect-fact: write AtomicBad
  QualifiedBad += 2;      // expect-fact: write QualifiedBad
  VolatileBad = 3;        // expect-fact: write VolatileBad
  *(*(GridBad + 1) + 1) = 4; // expect-fact: write GridBad
  ElsewhereOk = 5;
  ElsewhereArrayOk[0] = 6;
  return OriginOk.X + FixedOk.Y + FlagsOk.On + NamesOk[0][0] + (int)FirstOk;
}
