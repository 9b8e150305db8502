#ifndef SIGNALS_H
#define SIGNALS_H

#include <atomic>
#include <csignal>

extern volatile std::sig_atomic_t StopOk;
extern std::atomic<bool> QuitOk;
extern volatile std::sig_atomic_t ReloadOk, DumpBad, AskedBad;
bool rotated();
extern volatile std::sig_atomic_t CountBad;

void installHandlers();

#endif
