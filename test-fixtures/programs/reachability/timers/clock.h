#ifndef CLOCK_H
#define CLOCK_H

int tick(void *);
int count(void *);
void advance(int Minutes);
void rewindAll();

#endif
