#ifndef STATE_H
#define STATE_H

extern int ByReferenceBad, BySecondBad, ByPointerBad, ByDoubleBad;
extern int LeftBad, RightBad;
extern int TableBad[8];
extern int ForwardBad, ViewedBad, HalfBad;
extern int FP_FirstTarget;
extern int SecondTargetBad;
extern int SeenOk, CopiedOk, SeenPointerOk;

#endif
