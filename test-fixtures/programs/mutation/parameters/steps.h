#ifndef STEPS_H
#define STEPS_H

#include <string>
#include <vector>

void bump(int &N);
void bumpTwice(int *N);
void countDown(int &N, int Depth);
void odd(int &N, int Depth);
void even(int &N, int Depth);
bool parse(const std::string &Text, int *Out);
void zero(int Numbers[], int Count);
void take(std::string &&Text);
void extend(std::vector<int> &List, int N);
int &same(int &N);
int peek(int &N);
int peekTwice(int *N);
int byValue(int N);
std::size_t measure(const std::string &Text);

#endif
