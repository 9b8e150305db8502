#ifndef LVALUES_H
#define LVALUES_H

void choose(bool Flag, int N);
int look(bool Flag);

#endif
