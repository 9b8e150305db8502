#ifndef WORKER_H
#define WORKER_H

#include <array>
#include <memory>
#include <string>
#include <vector>

class Worker {
public:
  explicit Worker(int Id) : Id(Id) {}
  int work(const std::string &Text);

private:
  const int Id;
  int Done = 0;
};
class Shape {
public:
  virtual ~Shape() = default;
  virtual int area(int Size) const = 0;
};
class Square : public Shape {
public:
  int area(int Size) const override { return Size * Size; }
};
struct Cell {
  std::string Last;
};

std::vector<std::unique_ptr<Shape>> shapes();
std::string swap(std::array<Cell, 4> &Cells, const std::string &Text);

#endif
