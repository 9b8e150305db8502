#ifndef STAGES_H
#define STAGES_H

extern int BeforeOk, AfterOk, BothOk, AttemptsBad, RestartsBad;
void closeDown();
int ask();

#endif
