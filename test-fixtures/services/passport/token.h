//===- token.h - Who somebody is, signed -----------------------*- C++ -*-===//
//
// A token says itself who its bearer is; the key is all that one needs to
// believe it. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef PASSPORT_TOKEN_H
#define PASSPORT_TOKEN_H

#include <optional>
#include <string>

namespace passport {

/// For start-up: every replica is given the same key.
void setKey(std::string key);

std::string sign(const std::string &user);

/// Nothing: this is not signed by us.
std::optional<std::string> verify(const std::string &token);

} // namespace passport

#endif
