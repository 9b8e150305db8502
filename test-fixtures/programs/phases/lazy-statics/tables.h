#ifndef TABLES_H
#define TABLES_H

int magic(int I);
int onFirstUse(int I);
int checked(int I);
int once(int I);
int memo(int I);
int prepared(int I);
int warm(int I);

#endif
