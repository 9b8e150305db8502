#ifndef AVATARS_H
#define AVATARS_H

#include <drogon/drogon.h>

using Reply = std::function<void(const drogon::HttpResponsePtr &)>;

void saveAvatar(const drogon::HttpRequestPtr &Req);

#endif
