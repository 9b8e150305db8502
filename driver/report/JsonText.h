//===- JsonText.h - Safe strings for JSON writers --------------*- C++ -*-===//
//
// The few calls that every JSON format repeats: LLVM's writer wants valid
// UTF-8, and file names and source text need not be. It must not know any
// format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_JSONTEXT_H
#define STATELESS_DRIVER_REPORT_JSONTEXT_H

#include "report/Findings.h"
#include "llvm/Support/JSON.h"

namespace stateless {

inline void text(llvm::json::OStream &J, llvm::StringRef Key,
                 llvm::StringRef Text) {
  J.attribute(Key, utf8(Text));
}

/// Nothing at all if \p Text is empty.
inline void optionalText(llvm::json::OStream &J, llvm::StringRef Key,
                         llvm::StringRef Text) {
  if (!Text.empty())
    text(J, Key, Text);
}

/// Nothing at all if \p Number is 0, which stands for "not known".
inline void optionalNumber(llvm::json::OStream &J, llvm::StringRef Key,
                           unsigned Number) {
  if (Number != 0)
    J.attribute(Key, Number);
}

/// The members of an object that says what became of the entries.
inline void entryCounts(llvm::json::OStream &J, const EntryCounts &Entries) {
  J.attribute("total", Entries.Total);
  J.attribute("analysed", Entries.Analysed);
  J.attribute("notAnalysed", Entries.notAnalysed());
  J.attribute("repeated", Entries.Repeated);
  J.attribute("leftOut", Entries.LeftOut);
  J.attributeObject("reasons", [&] {
    for (auto [Reason, Count] : Entries.NotAnalysed)
      J.attribute(nameOf(Reason), Count);
  });
}

} // namespace stateless

#endif
