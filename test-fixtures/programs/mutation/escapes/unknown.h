#ifndef UNKNOWN_H
#define UNKNOWN_H

// Calls what a plugin defines: its body is nowhere in the program.
void callPlugin(const char *Name, void *Data);
long askPlugin(const char *Name, const void *Data);

struct Watch {
  int *Target = nullptr;
};
void watch(Watch &W);

#endif
