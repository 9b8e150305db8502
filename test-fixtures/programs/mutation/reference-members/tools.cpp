#include "tools.h"

Scope::~Scope() { Depth = Old; }
std::string describe(const Settings &S) { return S.Name + std::to_string(*S.Limit); }
