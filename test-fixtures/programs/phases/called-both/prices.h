#ifndef PRICES_H
#define PRICES_H

#include <string>

void reload(const std::string &Text);
void begin();
void finish();
int price(int I);
int remember(int N);

#endif
