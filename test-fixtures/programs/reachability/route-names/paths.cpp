#include "paths.h"

const std::string FarPath = "/far";
const char *const FarBase = "/base";

int LiteralBad; // expect: stateless-mutable-global "'GET /'" confidence proven
int MacroBad; // expect: stateless-mutable-global "'GET /api/macro'" confidence proven
int ConstantBad; // expect: stateless-mutable-global "'POST /prices'" confidence proven
int FarBad; // expect: stateless-mutable-global "'PUT /far'" confidence proven
int JoinedBad; // expect: stateless-mutable-global "'PATCH /base/joined'" confidence proven
int PatternBad; // expect: stateless-mutable-global "'DELETE /pages/(\\w+)'" confidence proven
int LocalBad; // expect: stateless-mutable-global "'OPTIONS /local'" confidence proven
int ArgumentBad; // expect: stateless-mutable-global "handler registered by 'httplib::Server::Get'" confidence proven
int MethodsBad; // expect: stateless-mutable-global "'GET /both'" "'POST /both'" confidence proven
