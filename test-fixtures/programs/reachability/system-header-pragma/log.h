#ifndef LOG_H
#define LOG_H
#pragma GCC system_header

void log_start(void);
void log_stop(void);

#endif
