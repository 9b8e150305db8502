// args: -std=gnu17
// Threads and timers of C: POSIX and C11 threads, timers that start one.
#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <threads.h>
#include <time.h>

static int PosixBad;  // expect: stateless-mutable-global "PosixBad" "written after start-up by 'posix'" confidence likely
static int CBad;      // expect: stateless-mutable-global "CBad" "written after start-up by 'c11'" confidence likely
static int TicksBad;  // expect: stateless-mutable-global "TicksBad" "written after start-up by 'tick'" "the timer of 'timer_create'" confidence proven
static int HitsBad;   // expect: stateless-mutable-global "HitsBad" "written after start-up by 'handle'" confidence proven
static int LimitOk;   // expect-benign: stateless-mutable-global "written only at start-up"

static void *posix(void *Data) {
  ++PosixBad;
  return Data;
}

static int c11(void *Data) {
  (void)Data;
  return ++CBad;
}

static void tick(union sigval Value) { TicksBad += Value.sival_int; }

static enum MHD_Result handle(void *Class, struct MHD_Connection *Connection, const char *Url, const char *Method,
                              const char *Version, const char *Upload, size_t *UploadSize, void **Request) {
  (void)Class, (void)Connection, (void)Url, (void)Method, (void)Version, (void)Upload, (void)UploadSize, (void)Request;
  return ++HitsBad < LimitOk ? MHD_YES : MHD_NO;
}

int main(void) {
  LimitOk = 10;
  pthread_t Posix;
  pthread_create(&Posix, NULL, posix, NULL);
  thrd_t C;
  thrd_create(&C, c11, NULL);
  struct sigevent Event;
  memset(&Event, 0, sizeof Event);
  Event.sigev_notify = SIGEV_THREAD;
  Event.sigev_notify_function = tick;
  timer_t Timer;
  timer_create(CLOCK_MONOTONIC, &Event, &Timer);
  struct MHD_Daemon *Daemon =
      MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8080, NULL, NULL, &handle, NULL, MHD_OPTION_END);
  getchar();
  MHD_stop_daemon(Daemon);
  return 0;
}
