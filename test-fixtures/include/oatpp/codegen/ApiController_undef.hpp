//===- ApiController_undef.hpp - Stand-in for the real header --*- C++ -*-===//
//
// Ends what ApiController_define.hpp began.
//
//===----------------------------------------------------------------------===//
#undef BODY_STRING
#undef OATPP_STUB_TYPE
#undef OATPP_STUB_NAME
#undef OATPP_STUB_DECL
#undef OATPP_STUB_ENDPOINT_0
#undef OATPP_STUB_ENDPOINT_1
#undef OATPP_STUB_PICK
#undef ENDPOINT
