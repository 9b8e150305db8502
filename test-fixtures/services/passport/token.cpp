//===- token.cpp - Who somebody is, signed --------------------------------===//
#include "token.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace passport {

static std::string signingKey;

void setKey(std::string key) { signingKey = std::move(key); }

static std::string signatureOf(const std::string &user) {
  static const char digits[] = "0123456789abcdef";
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  HMAC(EVP_sha256(), signingKey.data(), static_cast<int>(signingKey.size()),
       reinterpret_cast<const unsigned char *>(user.data()), user.size(),
       bytes, &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 15];
  }
  return text;
}

std::string sign(const std::string &user) {
  return user + "." + signatureOf(user);
}

std::optional<std::string> verify(const std::string &token) {
  auto dot = token.rfind('.');
  if (dot == std::string::npos)
    return std::nullopt;
  std::string user = token.substr(0, dot);
  std::string wanted = signatureOf(user);
  if (token.size() - dot - 1 != wanted.size() ||
      CRYPTO_memcmp(token.data() + dot + 1, wanted.data(), wanted.size()) != 0)
    return std::nullopt;
  return user;
}

} // namespace passport
