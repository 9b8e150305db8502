// The interface of http-parser, as far as the fixtures need it.
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct http_parser http_parser;
struct http_parser {
  unsigned short http_major;
  void *data;
};
typedef int (*http_data_cb)(http_parser *, const char *, size_t);
typedef int (*http_cb)(http_parser *);
typedef struct http_parser_settings http_parser_settings;
struct http_parser_settings {
  http_cb on_message_begin;
  http_data_cb on_url;
  http_data_cb on_body;
  http_cb on_message_complete;
};
void http_parser_init(http_parser *, int type);
size_t http_parser_execute(http_parser *, const http_parser_settings *, const char *, size_t);
#ifdef __cplusplus
}
#endif
