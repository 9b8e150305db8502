#ifndef OTHER_H
#define OTHER_H

struct Settings {
  int Level = 1;
};
int poke(const Settings &S);
int touch(const char *Text);
#endif
