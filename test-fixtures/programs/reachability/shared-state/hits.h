#ifndef HITS_H
#define HITS_H

int hit();
int reset();
int raise();
int lower();
int show();

#endif
