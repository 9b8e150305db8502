#ifndef METER_H
#define METER_H
#pragma GCC system_header

void meter_start(void);
void meter_stop(void);

#endif
