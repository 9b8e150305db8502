#include "worker.h"

int Worker::work(const std::string &Text) {
  ++Done;
  return Id + Done * int(Text.size());
}
std::vector<std::unique_ptr<Shape>> shapes() {
  std::vector<std::unique_ptr<Shape>> Made;
  Made.push_back(std::make_unique<Square>());
  return Made;
}
std::string swap(std::array<Cell, 4> &Cells, const std::string &Text) {
  Cell &Mine = Cells[Text.size() % Cells.size()];
  std::string Before = Mine.Last;
  Mine.Last = Text;
  return Before;
}
