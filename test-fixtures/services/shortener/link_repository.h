//===- link_repository.h - Short names of long addresses -------*- C++ -*-===//
//
// The interface, and where implementations are made. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef SHORTENER_LINK_REPOSITORY_H
#define SHORTENER_LINK_REPOSITORY_H

#include <memory>
#include <optional>
#include <string>

namespace shortener {

class LinkRepository {
public:
  virtual ~LinkRepository() = default;

  /// The short name; the same one for the same address.
  virtual std::string save(const std::string &address) = 0;
  virtual std::optional<std::string> find(const std::string &name) const = 0;
};

std::unique_ptr<LinkRepository> makeRepository();

} // namespace shortener

#endif
