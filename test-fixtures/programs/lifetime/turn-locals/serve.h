#ifndef SERVE_H
#define SERVE_H

void serve(int port);

#endif
