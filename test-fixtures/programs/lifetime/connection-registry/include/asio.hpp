// As much of Asio as the fixture uses: names and signatures are the library's,
// what they do is not here.
#ifndef FIXTURES_ASIO_HPP
#define FIXTURES_ASIO_HPP

#include <cstddef>
#include <system_error>

namespace asio {

using error_code = std::error_code;

class execution_context {};
class io_context : public execution_context {
public:
  std::size_t run() { return 0; }
};
struct mutable_buffer {
  void *Data;
  std::size_t Size;
};
template <class T, std::size_t N> mutable_buffer buffer(T (&Data)[N]) { return {Data, sizeof Data}; }

template <class Protocol> class basic_stream_socket {
public:
  explicit basic_stream_socket(io_context &) {}
  basic_stream_socket(basic_stream_socket &&) = default;
  template <class Buffers, class Handler> void async_read_some(const Buffers &, Handler &&) {}
  template <class Buffers, class Handler> void async_write_some(const Buffers &, Handler &&) {}
};
template <class Protocol> class basic_socket_acceptor {
public:
  basic_socket_acceptor(io_context &, const typename Protocol::endpoint &) {}
  template <class Handler> void async_accept(Handler &&) {}
};

namespace ip {
class tcp {
public:
  struct endpoint {
    unsigned short Port;
  };
  using socket = basic_stream_socket<tcp>;
  using acceptor = basic_socket_acceptor<tcp>;
};
} // namespace ip

} // namespace asio

#endif
