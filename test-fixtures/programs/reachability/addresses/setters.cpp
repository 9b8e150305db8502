// args: -std=c++20
#include "setters.h"

static int PointerBad; // expect: stateless-mutable-global "written after start-up by 'setAsPointer'"
static int TableBad; // expect: stateless-mutable-global "written after start-up by 'setInTable'" "'GET /'"
static int TemplateBad; // expect: stateless-mutable-global "written after start-up by 'setInTemplate'"
static int ChoiceBad; // expect: stateless-mutable-global "written after start-up by 'setByChoice'" "'GET /'"
static int MemberBad; // expect: stateless-mutable-global "written after start-up by 'Setter::setByMember'"
static int NumberBad; // expect: stateless-mutable-global "written after start-up by 'Setter::setAsNumber'"
static int SizedBad; // expect: stateless-mutable-global "SizedBad" confidence possible
// A template of the standard library has no name for it.
static int UnusedOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int NobodyOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"

unsigned long Box::size() const { return ++SizedBad; }
unsigned long Box::unused() const { return ++UnusedOk; }
void setAsPointer() { ++PointerBad; }
void setInTable() { ++TableBad; }
void setInTemplate() { ++TemplateBad; }
void setByChoice() { ++ChoiceBad; }
void Setter::setByMember() { ++MemberBad; }
void Setter::setAsNumber() { ++NumberBad; }
void setByNobody() { ++NobodyOk; }
int sum() { return PointerBad + TableBad + TemplateBad + ChoiceBad + MemberBad + NumberBad + SizedBad + UnusedOk + NobodyOk; }
