//===- bthread.h - Stand-in for the real header ---*- C++ -*-===//
//
// brpc's threads and timers.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <stdint.h>
#include <time.h>

typedef uint64_t bthread_t;
typedef uint64_t bthread_timer_t;
struct bthread_attr_t;

extern "C" {
int bthread_start_background(bthread_t *tid, const bthread_attr_t *attr,
                             void *(*fn)(void *), void *args);
int bthread_timer_add(bthread_timer_t *id, struct timespec abstime,
                      void (*on_timer)(void *), void *arg);
int bthread_usleep(uint64_t microseconds);
}
