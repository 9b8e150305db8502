#include "unknown.h"

#include <dlfcn.h>

void callPlugin(const char *Name, void *Data) {
  using Run = void (*)(void *);
  if (auto F = reinterpret_cast<Run>(dlsym(RTLD_DEFAULT, Name)))
    F(Data);
}
long askPlugin(const char *Name, const void *Data) {
  using Ask = long (*)(const void *);
  auto F = reinterpret_cast<Ask>(dlsym(RTLD_DEFAULT, Name));
  return F ? F(Data) : 0;
}
void watch(Watch &W) { callPlugin("plugin_watch", &W); }
