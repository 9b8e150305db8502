//===- views.h - How often a page was seen ---------------------*- C++ -*-===//
//
// Views of each page, and of all. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef PAGEVIEWS_VIEWS_H
#define PAGEVIEWS_VIEWS_H

#include <atomic>
#include <map>
#include <mutex>
#include <string>

namespace pageviews {

extern std::atomic<long> totalViews;

void countView();

class PageStatistics {
public:
  long seen(const std::string &page);
  std::string report() const;

private:
  mutable std::mutex mutex_;
  std::map<std::string, long> perPage_;
  std::string lastPage_ = "none";
};

} // namespace pageviews

#endif
