//===- Progress.h - One line that says how far it is -----------*- C++ -*-===//
//
// A bar on a terminal, redrawn in place, gone when the work is done; silent
// anywhere else. It must not know what is being done, nor look at the
// environment: the caller says whether there is a terminal and how wide.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_PROGRESS_H
#define STATELESS_DRIVER_PROGRESS_H

#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <string>

namespace stateless {

class Progress {
public:
  /// \p Width is the terminal's, in columns; 0: no bar at all.
  Progress(llvm::raw_ostream &OS, unsigned Width, size_t Total)
      : OS(OS), Width(Width), Total(Total) {}
  Progress(const Progress &) = delete;
  ~Progress() { clear(); }

  /// \p Done of the total are over; \p Name is at work now. Draws at most
  /// every 50 ms.
  void update(size_t Done, llvm::StringRef Name);
  /// Takes the bar away, so that something else can be printed.
  void clear();

  /// The line without control characters: at most \p Width - 1 columns.
  static std::string line(unsigned Width, size_t Done, size_t Total,
                          llvm::StringRef Name);

private:
  llvm::raw_ostream &OS;
  unsigned Width;
  size_t Total;
  bool Drawn = false;
  std::chrono::steady_clock::time_point LastDrawn{};
};

/// The columns of the terminal that is stderr, or 0 if it is none, is dumb, or
/// \p Quiet asks for silence.
unsigned progressWidth(bool Quiet);

} // namespace stateless

#endif
