#ifndef PARTS_H
#define PARTS_H

void begin();
void used();
void unused();
void unusedToo();
template <class T> void never(T Value);

class Plugin {
public:
  virtual ~Plugin() = default;
  virtual void run();
};

#endif
