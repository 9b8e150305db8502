// extern, extern "C", declarations: one finding per entity, at its definition.
#include <string>

extern int DeclaredBad;
extern int DeclaredBad;
void before() { DeclaredBad = 1; } // expect-fact: write DeclaredBad
int DeclaredBad = 0; // expect: stateless-mutable-global "DeclaredBad" "written by 'before' (assignment)" "written by 'after' (increment)" confidence likely
extern int DeclaredBad;
void after() { ++DeclaredBad; } // expect-fact: write DeclaredBad

// Defined in another unit: that unit's finding.
extern int ElsewhereOk;
extern std::string ElsewhereTextOk;
extern thread_local int ElsewhereThreadOk;
extern const int ElsewhereConstantOk;
extern int ElsewhereArrayOk[];
void writeElsewhere() {
  ElsewhereOk = ElsewhereConstantOk;
  ElsewhereTextOk.clear();
  ElsewhereThreadOk++;
  ElsewhereArrayOk[0] = 1;
}

extern "C" int CDeclaredOk;
extern "C" {
extern int CAlsoDeclaredOk;
int CDefinedBad; // expect: stateless-mutable-global "written by 'writeC' (assignment)" confidence likely
static int CStaticOk; // expect-benign: stateless-mutable-global "never written"
const int CLimitOk = 1; // expect-benign: stateless-mutable-global "constant"
void writeC() { CDefinedBad = CDeclaredOk + CAlsoDeclaredOk + CStaticOk + CLimitOk; } // expect-fact: write CDefinedBad
}

// Declared inside of a function, defined below.
void inside() {
  extern int DeclaredInsideBad;
  DeclaredInsideBad = 2; // expect-fact: write DeclaredInsideBad
}
int DeclaredInsideBad; // expect: stateless-mutable-global "written by 'inside' (assignment)"

// A static that is declared again without the word.
static int AgainOk = 1; // expect-benign: stateless-mutable-global "never written"
extern int AgainOk;
int again() { return AgainOk; }

// Declared in a namespace, defined outside of it with a qualified name.
namespace app {
extern int QualifiedBad;
struct Stats {
  int Own;
  static int SharedBad;
};
} // namespace app
int app::QualifiedBad; // expect: stateless-mutable-global "written by 'qualified' (assignment)" confidence likely
int app::Stats::SharedBad = 2; // expect: stateless-mutable-global "written by 'qualified' (compound assignment)"
void qualified() {
  app::QualifiedBad = 1;      // expect-fact: write QualifiedBad
  app::Stats::SharedBad -= 1; // expect-fact: write SharedBad
}

// Inline variables: one object in all units.
inline int InlineBad; // expect: stateless-mutable-global "written by 'inlines' (assignment)" confidence likely
inline int InlineSeenBad = 2; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
inline const int InlineOk = 3; // expect-benign: stateless-mutable-global "constant"
inline static int InlineStaticOk = 4; // expect-benign: stateless-mutable-global "never written"
void inlines() { InlineBad = InlineOk + InlineStaticOk + InlineSeenBad; } // expect-fact: write InlineBad

__attribute__((visibility("hidden"))) int AttributeBad; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
__attribute__((weak)) int WeakBad = 1; // expect: stateless-mutable-global "written by 'attributes' (assignment)"
alignas(64) static int AlignedBad; // expect: stateless-mutable-global "written by 'attributes' (increment)"
[[maybe_unused]] static int UnusedOk = 1; // expect-benign: stateless-mutable-global "never written"
void attributes() {
  WeakBad = AttributeBad;
  AlignedBad++;
}
