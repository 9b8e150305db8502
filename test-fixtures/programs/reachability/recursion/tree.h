#ifndef TREE_H
#define TREE_H

#include <vector>

struct Node {
  int Value = 0;
  std::vector<Node> Children;
};
Node parse(int Depth);
int walk(const Node &N);
int visit(const Node &N);
int even(int N);
int odd(int N);
void spin(int N);

#endif
