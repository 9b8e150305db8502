#ifndef JSON_H
#define JSON_H

#include <fstream>
#include <string>
#include <utility>

struct Price {
  int Cents = 0;
};
inline std::ostream &operator<<(std::ostream &Out, const Price &P) { return Out << P.Cents; }

template <class T> void saveJson(const std::string &Path, const T &Value) {
  std::ofstream Out(Path + ".json");
  Out << Value;
}
template <class Path, class... Ts> void saveAll(Path &&Where, const Ts &...Values) {
  std::ofstream Out(std::forward<Path>(Where));
  (void)(Out << ... << Values);
}
template <class T> class Collection {
public:
  explicit Collection(std::string Folder) : Folder(std::move(Folder)) {}
  void put(const std::string &Key, const T &Value) const { saveJson(Folder + "/" + Key, Value); } // expect: stateless-local-file-write "/var/lib/prices" "'PUT /price'"

private:
  std::string Folder;
};
void savePrice(int Cents);

#endif
