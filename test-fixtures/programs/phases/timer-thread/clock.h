#ifndef CLOCK_H
#define CLOCK_H

#include <string>

void startClock();
void tick();
std::string clockText();

#endif
