#ifndef STORE_H
#define STORE_H

#include <memory>

class Store {
public:
  virtual ~Store() = default;
  virtual void put();
};
class Closed final : public Store {
public:
  void put() override;
};
class Open : public Store {
public:
  void put() override;
};
std::unique_ptr<Store> openStore();

#endif
