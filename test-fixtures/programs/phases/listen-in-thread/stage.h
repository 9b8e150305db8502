#ifndef STAGE_H
#define STAGE_H

extern int BeforeOk, DuringBad, AfterBad, AdminBad;
void announce(int N);

#endif
