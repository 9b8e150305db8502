#ifndef VISIT_H
#define VISIT_H

#include <functional>
#include <vector>

class Numbers {
public:
  void each(const std::function<void(int &)> &Do);
  template <typename F> void all(F Do) {
    for (int &N : List)
      Do(N);
  }
  int last() const { return List.back(); }

private:
  std::vector<int> List{1, 2};
};

class Words {
public:
  void each(const std::function<void(const int &)> &Do) const;

private:
  std::vector<int> List{3};
};

void locked(const std::function<void()> &Do);
void apply(void (*Do)(int *), int *To);
void later(std::function<void()> Do);
void runLater();

#endif
