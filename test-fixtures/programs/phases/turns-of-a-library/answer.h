#ifndef ANSWER_H
#define ANSWER_H

#include <mongoose.h>

void answer(struct mg_connection *connected, int event, void *data);
extern char *names_ok[4];

#endif
