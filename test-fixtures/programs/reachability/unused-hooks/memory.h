#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

void use_memory(void *(*take_with)(size_t), void (*give_with)(void *));
void *take(size_t size);
void give(void *what);

#endif
