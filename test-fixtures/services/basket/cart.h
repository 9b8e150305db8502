//===- cart.h - What customers want to buy ---------------------*- C++ -*-===//
//
// The carts of all customers. It knows prices, but nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef BASKET_CART_H
#define BASKET_CART_H

#include <map>
#include <mutex>
#include <string>

namespace basket {

struct Product {
  const char *id;
  int cents;
};

/// Null if nobody sells it.
const Product *findProduct(const std::string &id);

struct Cart {
  std::map<std::string, int> quantities;
  int totalCents() const;
};

class CartService {
public:
  static CartService &instance();

  Cart add(const std::string &customer, const Product &product, int quantity);
  Cart get(const std::string &customer);
  void clear(const std::string &customer);

private:
  CartService() = default;

  std::mutex mutex_;
  std::map<std::string, Cart> carts_;
};

} // namespace basket

#endif
