#ifndef LEDGER_H
#define LEDGER_H

#include <memory>

class Ledger {
public:
  virtual ~Ledger() = default;
  virtual int add(int Amount) = 0;
  virtual int sum() const = 0;
};

// Nobody overrides it: a call of notify can only mean this one.
class Bell {
public:
  virtual ~Bell() = default;
  virtual void ring();
};

std::unique_ptr<Ledger> openLedger();

#endif
