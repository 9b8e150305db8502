#ifndef WORDS_H
#define WORDS_H

#include <functional>
#include <string>
#include <vector>

extern std::vector<std::string> WordsOk;
extern int LinesOk, ComparisonsOk, LongestOk, LaterBad;

void eachLine(const std::string &Text, const std::function<void(const std::string &)> &Do);
bool byLength(const std::string &A, const std::string &B);
void load(const std::string &Text);

#endif
