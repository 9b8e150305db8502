#include "tables.h"

std::string page(int Code) { return phrases().at(Code) + Kinds::of("png"); }
