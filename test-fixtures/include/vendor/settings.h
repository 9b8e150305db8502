// A library that no model knows.
#ifndef STANDIN_VENDOR_SETTINGS_H
#define STANDIN_VENDOR_SETTINGS_H

namespace vendor {

bool read(const char *Text, int *Out);

} // namespace vendor

#endif
