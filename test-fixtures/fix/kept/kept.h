#ifndef KEPT_H
#define KEPT_H
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// Written in the other unit.
extern int Elsewhere;
extern std::string ElsewhereText;
void change();
int read();
inline void increment(int &N) { ++N; }
#endif
