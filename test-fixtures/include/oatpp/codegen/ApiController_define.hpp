//===- ApiController_define.hpp - Stand-in for the real header -*- C++ -*-===//
//
// ENDPOINT(METHOD, PATH, NAME), and the same with BODY_STRING(TYPE, PARAMETER):
// what oatpp's macros declare, with at most one parameter. Included around the
// endpoints of a controller, undone by ApiController_undef.hpp.
//
//===----------------------------------------------------------------------===//
#define BODY_STRING(TYPE, NAME) (TYPE, NAME)
#define OATPP_STUB_TYPE(TYPE, NAME) TYPE
#define OATPP_STUB_NAME(TYPE, NAME) NAME

#define OATPP_STUB_DECL(METHOD, PATH, NAME)                                    \
  template <class T>                                                           \
  static typename std::shared_ptr<Handler<T>>                                  \
      Z__ENDPOINT_HANDLER_GET_INSTANCE_##NAME(T *controller) {                 \
    auto handler = std::static_pointer_cast<Handler<T>>(                       \
        controller->getEndpointHandler(#NAME));                                \
    if (!handler) {                                                            \
      handler = Handler<T>::createShared(                                      \
          controller, &T::Z__PROXY_METHOD_##NAME, nullptr);                    \
      controller->setEndpointHandler(#NAME, handler);                          \
    }                                                                          \
    return handler;                                                            \
  }                                                                            \
  std::shared_ptr<oatpp::web::server::api::Endpoint::Info>                     \
      Z__EDNPOINT_INFO_GET_INSTANCE_##NAME() {                                 \
    auto info = getEndpointInfo(#NAME);                                        \
    if (!info) {                                                               \
      info = oatpp::web::server::api::Endpoint::Info::createShared();          \
      setEndpointInfo(#NAME, info);                                            \
    }                                                                          \
    return info;                                                               \
  }                                                                            \
  EndpointInfoBuilder Z__CREATE_ENDPOINT_INFO_##NAME = [this]() {              \
    auto info = Z__EDNPOINT_INFO_GET_INSTANCE_##NAME();                        \
    info->name = #NAME;                                                        \
    info->path = ((m_routerPrefix != nullptr) ? m_routerPrefix + PATH : PATH); \
    info->method = METHOD;                                                     \
    return info;                                                               \
  };                                                                           \
  const std::shared_ptr<oatpp::web::server::api::Endpoint>                     \
      Z__ENDPOINT_##NAME =                                                     \
          createEndpoint(m_endpoints,                                          \
                         Z__ENDPOINT_HANDLER_GET_INSTANCE_##NAME(this),        \
                         Z__CREATE_ENDPOINT_INFO_##NAME);

#define OATPP_STUB_ENDPOINT_0(METHOD, PATH, NAME)                              \
  OATPP_STUB_DECL(METHOD, PATH, NAME)                                          \
  std::shared_ptr<oatpp::web::protocol::http::outgoing::Response>              \
      Z__PROXY_METHOD_##NAME(                                                  \
          const std::shared_ptr<                                               \
              oatpp::web::protocol::http::incoming::Request> &__request) {     \
    (void)__request;                                                           \
    return NAME();                                                             \
  }                                                                            \
  std::shared_ptr<oatpp::web::protocol::http::outgoing::Response> NAME()

#define OATPP_STUB_ENDPOINT_1(METHOD, PATH, NAME, PARAM)                       \
  OATPP_STUB_DECL(METHOD, PATH, NAME)                                          \
  std::shared_ptr<oatpp::web::protocol::http::outgoing::Response>              \
      Z__PROXY_METHOD_##NAME(                                                  \
          const std::shared_ptr<                                               \
              oatpp::web::protocol::http::incoming::Request> &__request) {     \
    const auto &OATPP_STUB_NAME PARAM = __request->readBodyToString();         \
    return NAME(OATPP_STUB_NAME PARAM);                                        \
  }                                                                            \
  std::shared_ptr<oatpp::web::protocol::http::outgoing::Response> NAME(        \
      OATPP_STUB_TYPE PARAM OATPP_STUB_NAME PARAM)

#define OATPP_STUB_PICK(A, B, C, D, MACRO, ...) MACRO
#define ENDPOINT(...)                                                          \
  OATPP_STUB_PICK(__VA_ARGS__, OATPP_STUB_ENDPOINT_1, OATPP_STUB_ENDPOINT_0)   \
  (__VA_ARGS__)
