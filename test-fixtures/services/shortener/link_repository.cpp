//===- link_repository.cpp - Short names of long addresses ----------------===//
#include "link_repository.h"
#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <vector>

namespace shortener {

namespace {

/// Numbers the addresses in the order in which they come.
class NumberedLinks : public LinkRepository {
public:
  std::string save(const std::string &address) override {
    std::lock_guard<std::mutex> guard(mutex_);
    auto found = std::find(addresses_.begin(), addresses_.end(), address);
    if (found == addresses_.end())
      found = addresses_.insert(found, address);
    return std::to_string(found - addresses_.begin() + 1);
  }

  std::optional<std::string> find(const std::string &name) const override {
    std::lock_guard<std::mutex> guard(mutex_);
    size_t number = std::strtoul(name.c_str(), nullptr, 10);
    if (number < 1 || number > addresses_.size())
      return std::nullopt;
    return addresses_[number - 1];
  }

private:
  mutable std::mutex mutex_;
  std::vector<std::string> addresses_;
};

} // namespace

std::unique_ptr<LinkRepository> makeRepository() {
  return std::make_unique<NumberedLinks>();
}

} // namespace shortener
