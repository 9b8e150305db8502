#ifndef PATHS_H
#define PATHS_H

#include <string>

#define API_ROOT "/api"
constexpr const char *PricesPath = "/prices";
extern const std::string FarPath;
extern const char *const FarBase;

extern int LiteralBad, MacroBad, ConstantBad, FarBad, JoinedBad, PatternBad, LocalBad, ArgumentBad, MethodsBad;

#endif
