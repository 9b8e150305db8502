// Writes that the standard libraries do: methods, algorithms, C functions.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

// Non-const methods of library types, operator[] of a map.
static std::map<int, int> IndexedBad; // expect: stateless-mutable-global "IndexedBad" "written by 'methods'"
static std::map<int, int> TouchedBad; // expect: stateless-mutable-global "TouchedBad" "written by 'methods'"
static std::map<int, std::vector<int>> NestedBad; // expect: stateless-mutable-global "NestedBad" "written by 'methods'"
static std::vector<int> ElementBad; // expect: stateless-mutable-global "ElementBad" "written by 'methods'"
static std::string ClearedBad; // expect: stateless-mutable-global "written by 'methods' (call of '" "clear'"
static std::string AppendedBad; // expect: stateless-mutable-global "AppendedBad" "written by 'methods'"
static std::vector<std::vector<int>> RowsBad; // expect: stateless-mutable-global "RowsBad" "written by 'methods'"
static std::ostringstream StreamBad; // expect: stateless-mutable-global "StreamBad" "written by 'methods'"
static std::unique_ptr<std::vector<int>> OwnedBad; // expect: stateless-mutable-global "OwnedBad" "written by 'methods'"
int methods(int K) {
  IndexedBad[K] = 1;           // expect-fact: write IndexedBad
  int Value = TouchedBad[K];   // expect-fact: write TouchedBad
  NestedBad[K].push_back(1);   // expect-fact: write NestedBad
  ElementBad[0] = 1;           // expect-fact: write ElementBad
  ClearedBad.clear();          // expect-fact: write ClearedBad
  AppendedBad += "x";          // expect-fact: write AppendedBad
  RowsBad.back().push_back(2); // expect-fact: write RowsBad
  StreamBad << K;              // expect-fact: write StreamBad
  OwnedBad->push_back(K);      // expect-fact: write OwnedBad
  return Value + static_cast<int>(TouchedBad.size());
}

// Free functions of the library.
static int LeftBad, RightBad; // expect: stateless-mutable-global "LeftBad" "written by 'library'" expect: stateless-mutable-global "RightBad" "written by 'library'"
static std::string ExchangedBad; // expect: stateless-mutable-global "ExchangedBad" "written by 'library'"
static std::vector<int> MovedBad; // expect: stateless-mutable-global "MovedBad" "written by 'library'"
static std::vector<int> SortedBad; // expect: stateless-mutable-global "SortedBad" "written by 'library' (passed to '" "sort'"
static std::vector<int> InsertedBad; // expect: stateless-mutable-global "InsertedBad" "written by 'library'"
static std::vector<int> FilledBad; // expect: stateless-mutable-global "FilledBad" "written by 'library'"
static std::vector<int> CopiedOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
static int NumberBad; // expect: stateless-mutable-global "NumberBad" "written by 'library'"
static std::string LineBad; // expect: stateless-mutable-global "LineBad" "written by 'library'"
static std::string MovedTextBad; // expect: stateless-mutable-global "MovedTextBad" "written by 'library'"
std::vector<int> library() {
  std::swap(LeftBad, RightBad); // expect-fact: write LeftBad expect-fact: write RightBad
  std::string Old = std::exchange(ExchangedBad, "new"); // expect-fact: write ExchangedBad
  std::vector<int> Taken = std::move(MovedBad); // expect-fact: write MovedBad
  std::sort(SortedBad.begin(), SortedBad.end()); // expect-fact: write SortedBad
  std::copy(CopiedOk.begin(), CopiedOk.end(), std::back_inserter(InsertedBad)); // expect-fact: write InsertedBad
  std::fill(FilledBad.begin(), FilledBad.end(), 1); // expect-fact: write FilledBad
  std::cin >> NumberBad; // expect-fact: write NumberBad
  std::getline(std::cin, LineBad); // expect-fact: write LineBad
  std::vector<std::string> Sink;
  Sink.push_back(std::move(MovedTextBad)); // expect-fact: write MovedTextBad
  return Taken;
}

// The C library fills buffers.
static char CopyBad[8]; // expect: stateless-mutable-global "written by 'buffers' (passed to '" "memcpy'"
static char StringBad[8]; // expect: stateless-mutable-global "written by 'buffers' (passed to '" "strcpy'"
static char FormatBad[8]; // expect: stateless-mutable-global "written by 'buffers' (passed to '" "snprintf'"
static char ReadBad[8]; // expect: stateless-mutable-global "written by 'buffers' (passed to '" "fread'"
static int ScannedBad; // expect: stateless-mutable-global "written by 'buffers' (passed to '" "sscanf'"
static char SourceOk[8] = "source"; // expect-benign: stateless-mutable-global "never written"
void buffers(std::FILE *In, const char *Text) {
  std::memcpy(CopyBad, SourceOk, sizeof CopyBad); // expect-fact: write CopyBad
  std::strcpy(StringBad, SourceOk); // expect-fact: write StringBad
  std::snprintf(FormatBad, sizeof FormatBad, "%s", SourceOk); // expect-fact: write FormatBad
  if (std::fread(ReadBad, 1, sizeof ReadBad, In) == std::strlen(SourceOk)) // expect-fact: write ReadBad
    std::sscanf(Text, "%d", &ScannedBad); // expect-fact: write ScannedBad
}
