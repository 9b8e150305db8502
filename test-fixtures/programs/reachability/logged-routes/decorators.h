#ifndef DECORATORS_H
#define DECORATORS_H

#include <functional>
#include <httplib.h>

using Handler = httplib::Server::Handler;

Handler logged(Handler Fn);
Handler guarded(Handler Fn);

#endif
