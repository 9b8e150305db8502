#ifndef LOG_H
#define LOG_H

#ifdef __cplusplus
extern "C" {
#endif
void log_line(int level, const char *text);
#ifdef __cplusplus
}
#endif

#endif
