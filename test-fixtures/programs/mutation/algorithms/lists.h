#ifndef LISTS_H
#define LISTS_H

#include <algorithm>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <string>
#include <vector>

extern std::vector<int> FilledBad, TransformedBad, SortedBad, AppendedBad;
extern std::vector<int> IteratedBad, ReversedBad, NumberedBad, ErasedBad;
extern std::vector<int> VisitedBad, InsertedBad, GeneratedBad, RotatedBad;
extern std::map<std::string, int> FoundBad;
extern std::list<int> SplicedBad;
extern std::vector<int> SourceOk, VisitedOk, SearchedOk, CopiedOk;
extern std::map<std::string, int> LookedUpOk;

#endif
