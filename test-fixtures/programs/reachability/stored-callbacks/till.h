#ifndef TILL_H
#define TILL_H

#include <functional>

class Till {
public:
  explicit Till(void (*Report)(int)) : Report(Report) {}
  void onSale(std::function<void(int)> Fn);
  void onRefund(std::function<void(int)> Fn);
  void onClose(std::function<void()> Fn);
  void sell(int Amount) const;
  void refund(int Amount) const;
  void close() const;

private:
  void (*Report)(int);
  std::function<void(int)> Sale;
  std::function<void(int)> Refund;
  std::function<void()> Close;
};

void report(int Amount);
void strict(int Amount);
void lenient(int Amount);
extern int ClosedBad;

#endif
