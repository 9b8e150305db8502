#ifndef UTIL_H
#define UTIL_H

void set_level(int n);
int level(void);

#endif
