#ifndef ORDERS_H
#define ORDERS_H

#include <string>

struct Order {
  std::string Item;
  int Amount = 0;
};

int place(const Order &Wanted);
int quote(const Order &Wanted);
int reserve(const std::string &Item, int Amount);
int inStock(const std::string &Item);
void countStock(int Shelves);

#endif
