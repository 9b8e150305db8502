#ifndef FILES_H
#define FILES_H

#include <string>

void prepare();
void store(const std::string &Text);
void rotate();
void purge();
int touched();

#endif
