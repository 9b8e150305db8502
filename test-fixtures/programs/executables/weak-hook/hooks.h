#ifndef HOOKS_H
#define HOOKS_H

void onRequest();
void handle();

#endif
