#ifndef TABLES_H
#define TABLES_H

#include <map>
#include <string>
#include <utility>
#include <vector>

struct Point {
  int X = 0, Y = 0;
};
inline std::pair<int, int> PairBad; // expect: stateless-mutable-global "PairBad" "written by 'bind'" confidence proven
inline Point PointBad; // expect: stateless-mutable-global "PointBad" "written by 'bind'" confidence proven
inline int ArrayBad[2]; // expect: stateless-mutable-global "ArrayBad" "written by 'bind'" confidence proven
inline std::vector<Point> PointsBad(2); // expect: stateless-mutable-global "PointsBad" "written by 'bind'" confidence proven
inline std::map<std::string, int> ValuesBad; // expect: stateless-mutable-global "ValuesBad" "written by 'bind'" confidence proven
inline std::map<std::string, Point> InsertedBad; // expect: stateless-mutable-global "InsertedBad" "written by 'bind'" confidence proven
inline std::vector<std::vector<int>> RowsBad(2); // expect: stateless-mutable-global "RowsBad" "written by 'bind'" confidence proven
inline int FirstBad, SecondBad; // expect: stateless-mutable-global "FirstBad" "'PUT /bind'" confidence proven expect: stateless-mutable-global "SecondBad" "'PUT /bind'" confidence proven

inline std::pair<int, int> CopiedOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
inline Point SeenOk; // expect-benign: stateless-mutable-global "never written"
inline std::vector<Point> WalkedOk(2); // expect-benign: stateless-mutable-global "never written"
inline std::map<std::string, int> ListedOk{{"a", 1}}; // expect-benign: stateless-mutable-global "never written"

void bind(const std::string &Text);
int look();

#endif
