#include "lists.h"

std::vector<int> FilledBad(4); // expect: stateless-mutable-global "FilledBad" "written by 'rework'" confidence proven
std::vector<int> TransformedBad(4); // expect: stateless-mutable-global "TransformedBad" "written by 'rework'" confidence proven
std::vector<int> SortedBad{2, 1}; // expect: stateless-mutable-global "SortedBad" "written by 'rework'" confidence proven
std::vector<int> AppendedBad; // expect: stateless-mutable-global "AppendedBad" "written by 'rework'" confidence proven
std::vector<int> IteratedBad{1}; // expect: stateless-mutable-global "IteratedBad" "written by 'rework'" confidence proven
std::vector<int> ReversedBad{1, 2}; // expect: stateless-mutable-global "ReversedBad" "written by 'rework'" confidence proven
std::vector<int> NumberedBad(4); // expect: stateless-mutable-global "NumberedBad" "written by 'rework'" confidence proven
std::vector<int> ErasedBad{1, 2}; // expect: stateless-mutable-global "ErasedBad" "written by 'rework'" confidence proven
std::vector<int> VisitedBad{1, 2}; // expect: stateless-mutable-global "VisitedBad" "'POST /rework'"
std::vector<int> InsertedBad; // expect: stateless-mutable-global "InsertedBad" "written by 'rework'" confidence proven
std::vector<int> GeneratedBad(4); // expect: stateless-mutable-global "GeneratedBad" "written by 'rework'" confidence proven
std::vector<int> RotatedBad{1, 2}; // expect: stateless-mutable-global "RotatedBad" "written by 'rework'" confidence proven
std::map<std::string, int> FoundBad; // expect: stateless-mutable-global "FoundBad" "written by 'rework'" confidence proven
std::list<int> SplicedBad{1}; // expect: stateless-mutable-global "SplicedBad" "written by 'rework'" confidence proven
std::vector<int> SourceOk{1, 2, 3, 4}; // expect-benign: stateless-mutable-global "never written"
std::vector<int> VisitedOk{1}; // expect-benign: stateless-mutable-global "never written"
std::vector<int> SearchedOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
std::vector<int> CopiedOk{3}; // expect-benign: stateless-mutable-global "never written"
std::map<std::string, int> LookedUpOk{{"a", 1}}; // expect-benign: stateless-mutable-global "never written"
