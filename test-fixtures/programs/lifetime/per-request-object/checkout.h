#ifndef CHECKOUT_H
#define CHECKOUT_H

#include <functional>
#include <map>
#include <memory>
#include <string>

// Everything here is made for one request and dropped with its answer.
class Checkout {
public:
  void add(const std::string &Item);
  int total() const;
  Checkout &again();

private:
  std::map<std::string, int> CartOk;
  int StepsOk = 0;
};
struct Context {
  std::map<std::string, std::string> SessionOk;
  std::unique_ptr<Checkout> Buying = std::make_unique<Checkout>();
  std::function<void()> AtEnd;
};
Checkout start(const std::string &Item);
void extend(Checkout &To, const std::string &Item);
int checkOut(Context &C, const std::string &Item);

#endif
