#ifndef STAGES_H
#define STAGES_H

extern int BeforeOk, AfterBad, BothBad, AttemptsBad, RestartsBad;
void closeDown();
int ask();

#endif
