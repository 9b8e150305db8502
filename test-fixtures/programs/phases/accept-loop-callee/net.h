#ifndef NET_H
#define NET_H

namespace net {
void serve(int Port);
}

void answer(int Connected);
extern int ReadyOk, LevelOk;

#endif
