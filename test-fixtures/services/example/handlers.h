//===- handlers.h - The pages of the shop ----------------------*- C++ -*-===//
#ifndef SHOP_HANDLERS_H
#define SHOP_HANDLERS_H

#include "http.h"
#include <iosfwd>

namespace shop {

Response login(const Request &Asked);
Response addToCart(const Request &Asked);
Response upload(const Request &Asked);
Response thumbnail(const Request &Asked);
Response statistics(const Request &Asked);

void printLine(std::ostream &Out, const std::string &Text);
void readBuildInfo();

} // namespace shop

#endif
