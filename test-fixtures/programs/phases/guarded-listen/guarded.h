#ifndef GUARDED_H
#define GUARDED_H

#include <functional>

void guarded(const std::function<void()> &Work);

#endif
