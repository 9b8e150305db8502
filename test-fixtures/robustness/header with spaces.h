// Included by a file whose name holds blanks.
#pragma once

inline int InHeaderBad; // expect: stateless-mutable-global "InHeaderBad"
