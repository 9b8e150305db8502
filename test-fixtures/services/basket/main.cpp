//===- main.cpp - The basket service --------------------------------------===//
//
//   PORT=8080 basket
//
//===----------------------------------------------------------------------===//
#include "cart.h"
#include <cstdlib>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

namespace basket {

static std::string customerOf(const Request &request) {
  return request.get_header_value("X-Customer");
}

static void answer(Response &response, const Cart &cart) {
  std::string text;
  for (const auto &[id, quantity] : cart.quantities)
    text += std::to_string(quantity) + " x " + id + "\n";
  text += "total " + std::to_string(cart.totalCents()) + "\n";
  response.set_content(text, "text/plain");
}

static void addItem(const Request &request, Response &response) {
  const Product *product = findProduct(request.get_param_value("product"));
  if (!product) {
    response.status = 404;
    response.set_content("no such product\n", "text/plain");
    return;
  }
  int quantity = request.has_param("quantity")
                     ? std::atoi(request.get_param_value("quantity").c_str())
                     : 1;
  answer(response, CartService::instance().add(customerOf(request), *product,
                                               quantity));
}

static void showCart(const Request &request, Response &response) {
  answer(response, CartService::instance().get(customerOf(request)));
}

static void clearCart(const Request &request, Response &response) {
  CartService::instance().clear(customerOf(request));
  response.status = 204;
}

static void showProduct(const Request &request, Response &response) {
  const Product *product = findProduct(request.matches[1]);
  response.status = product ? 200 : 404;
  response.set_content(
      product ? std::to_string(product->cents) + "\n" : "no such product\n",
      "text/plain");
}

} // namespace basket

int main() {
  httplib::Server server;
  server.Post("/cart/items", basket::addItem);
  server.Get("/cart", basket::showCart);
  server.Delete("/cart", basket::clearCart);
  server.Get(R"(/products/(\w+))", basket::showProduct);

  const char *port = std::getenv("PORT");
  return server.listen("127.0.0.1", port ? std::atoi(port) : 8080) ? 0 : 1;
}
