//===- views.cpp - How often a page was seen ------------------------------===//
#include "views.h"

namespace pageviews {

std::atomic<long> totalViews{0};

void countView() { totalViews.fetch_add(1); }

long PageStatistics::seen(const std::string &page) {
  std::lock_guard<std::mutex> guard(mutex_);
  lastPage_ = page;
  return ++perPage_[page];
}

std::string PageStatistics::report() const {
  std::lock_guard<std::mutex> guard(mutex_);
  std::string text;
  for (const auto &[page, views] : perPage_)
    text += page + " " + std::to_string(views) + "\n";
  return text + "last " + lastPage_ + "\n";
}

} // namespace pageviews
