// A stand-in for Abseil's <absl/strings/numbers.h>: declarations only.
#ifndef STANDIN_ABSL_STRINGS_NUMBERS_H
#define STANDIN_ABSL_STRINGS_NUMBERS_H

#include <string_view>

namespace absl {

template <typename T> bool SimpleAtoi(std::string_view Text, T *Out);
bool SimpleAtod(std::string_view Text, double *Out);

} // namespace absl

#endif
