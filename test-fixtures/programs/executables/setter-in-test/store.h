#ifndef STORE_H
#define STORE_H

void setLimit(int N);
int limit();

class Store {
public:
  static void setMost(int N);
  int size() const;
};

#endif
