#ifndef UPLOADS_H
#define UPLOADS_H

#include <drogon/drogon.h>

using Reply = std::function<void(const drogon::HttpResponsePtr &)>;

void saveAvatar(const drogon::HttpRequestPtr &Req);
void saveCv(const drogon::HttpRequestPtr &Req);

#endif
