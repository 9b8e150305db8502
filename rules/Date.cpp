//===- Date.cpp - A calendar day ------------------------------------------===//
//
// Reading, writing and today's date, on <chrono>'s civil calendar.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>

using namespace stateless;

static bool isNumber(llvm::StringRef Text) {
  return llvm::all_of(Text, llvm::isDigit);
}

std::optional<Date> Date::parse(llvm::StringRef Text) {
  if (Text.size() != 10 || Text[4] != '-' || Text[7] != '-')
    return std::nullopt;
  llvm::StringRef Year = Text.take_front(4), Month = Text.substr(5, 2),
                  Day = Text.substr(8);
  Date D;
  if (!isNumber(Year) || !isNumber(Month) || !isNumber(Day) ||
      Year.getAsInteger(10, D.Year) || Month.getAsInteger(10, D.Month) ||
      Day.getAsInteger(10, D.Day))
    return std::nullopt;
  std::chrono::year_month_day Civil{std::chrono::year(D.Year),
                                    std::chrono::month(D.Month),
                                    std::chrono::day(D.Day)};
  if (!Civil.ok())
    return std::nullopt;
  return D;
}

Date Date::today() {
  std::chrono::year_month_day Civil{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return {static_cast<int>(Civil.year()),
          static_cast<int>(static_cast<unsigned>(Civil.month())),
          static_cast<int>(static_cast<unsigned>(Civil.day()))};
}

std::string Date::str() const {
  std::string Text;
  llvm::raw_string_ostream(Text)
      << llvm::format("%04d-%02d-%02d", Year, Month, Day);
  return Text;
}
