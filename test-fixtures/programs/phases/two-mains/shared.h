#ifndef SHARED_H
#define SHARED_H

void configure(int Port);
int port();
void prepare();
int refill();

#endif
