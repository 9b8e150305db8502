#ifndef VALUES_H
#define VALUES_H

#include <string>

void change(const std::string &Text);
int look();

#endif
