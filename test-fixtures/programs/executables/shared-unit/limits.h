#ifndef LIMITS_H
#define LIMITS_H

void setLimit(int N);
int limit();
int hit();

#endif
