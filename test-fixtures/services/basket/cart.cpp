//===- cart.cpp - What customers want to buy ------------------------------===//
#include "cart.h"

namespace basket {

static constexpr Product catalogue[] = {
    {"tea", 450}, {"coffee", 990}, {"cocoa", 720}};

const Product *findProduct(const std::string &id) {
  for (const Product &product : catalogue)
    if (id == product.id)
      return &product;
  return nullptr;
}

int Cart::totalCents() const {
  int total = 0;
  for (const auto &[id, quantity] : quantities)
    total += findProduct(id)->cents * quantity;
  return total;
}

CartService &CartService::instance() {
  static CartService service;
  return service;
}

Cart CartService::add(const std::string &customer, const Product &product,
                      int quantity) {
  std::lock_guard<std::mutex> guard(mutex_);
  Cart &cart = carts_[customer];
  cart.quantities[product.id] += quantity;
  return cart;
}

Cart CartService::get(const std::string &customer) {
  std::lock_guard<std::mutex> guard(mutex_);
  auto found = carts_.find(customer);
  return found == carts_.end() ? Cart() : found->second;
}

void CartService::clear(const std::string &customer) {
  std::lock_guard<std::mutex> guard(mutex_);
  carts_.erase(customer);
}

} // namespace basket
