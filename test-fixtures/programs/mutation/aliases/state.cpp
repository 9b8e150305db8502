#include "state.h"

int ByReferenceBad; // expect: stateless-mutable-global "ByReferenceBad" "written by 'alias'" confidence proven
int BySecondBad; // expect: stateless-mutable-global "BySecondBad" "written by 'alias'" confidence proven
int ByPointerBad; // expect: stateless-mutable-global "ByPointerBad" "written by 'alias'" confidence proven
int ByDoubleBad; // expect: stateless-mutable-global "ByDoubleBad" "written by 'alias'" confidence proven
int LeftBad; // expect: stateless-mutable-global "LeftBad" "written by 'alias'" confidence proven
int RightBad; // expect: stateless-mutable-global "RightBad" "written by 'alias'" confidence proven
int TableBad[8]; // expect: stateless-mutable-global "TableBad" "written by 'alias'" confidence proven
int ForwardBad; // expect: stateless-mutable-global "ForwardBad" "written by 'alias'" confidence proven
int ViewedBad; // expect: stateless-mutable-global "ViewedBad" "'POST /alias'"
int HalfBad; // expect: stateless-mutable-global "HalfBad" "written by 'alias'"
// The pointer leaves it before anything is written: the order inside of a
// function is not modelled.
int FP_FirstTarget; // expect: stateless-mutable-global "FP_FirstTarget"
int SecondTargetBad; // expect: stateless-mutable-global "SecondTargetBad" "'POST /alias'"
int SeenOk = 1; // expect-benign: stateless-mutable-global "never written"
int CopiedOk = 2; // expect-benign: stateless-mutable-global "never written"
int SeenPointerOk = 3; // expect-benign: stateless-mutable-global "never written"
