#ifndef TURN_H
#define TURN_H

extern volatile int stopped_ok;
void open_socket(void);
void turn(void);

#endif
