#ifndef PORT_H
#define PORT_H

#include <httplib.h>

extern int PortOk, TriesOk, BoundOk;
bool bindSomewhere(httplib::Server &App);
void reportPort();

#endif
