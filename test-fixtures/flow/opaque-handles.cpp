// args: -std=c++20 -isystem {fixtures}/include
// Handles of a C interface that the project carries along: made at start-up, and
// handed to its functions after that. What is behind them is nobody's data here.
#include <httplib.h>

extern "C" {
typedef void *queue_t;
typedef struct driver *driver_t;
struct table;
typedef unsigned long timer_id;
queue_t queue_make(int Size);
int queue_wait(queue_t Q, unsigned Milliseconds);
driver_t driver_open(const char *Url);
int driver_send(driver_t D, const char *Text);
int table_open(struct table **Out);
int table_find(struct table *T, const char *Key);
timer_id timer_make(void);
int timer_left(timer_id T);
int timer_renew(timer_id *T);
}
static queue_t QueueOk;    // expect-benign: stateless-mutable-global "only at start-up"
static driver_t DriversOk[2]; // expect-benign: stateless-mutable-global "only at start-up"
// FP_: the address goes to a function that nobody has seen, which may keep it.
static struct table *FP_Table; // expect: stateless-mutable-global "FP_Table" confidence possible
static timer_id TimerOk;   // expect-benign: stateless-mutable-global "only at start-up"
static timer_id RenewedBad; // expect: stateless-mutable-global "RenewedBad"

int main() {
  QueueOk = queue_make(3);
  DriversOk[0] = driver_open("a");
  DriversOk[1] = driver_open("b");
  table_open(&FP_Table);
  TimerOk = timer_make();
  RenewedBad = timer_make();
  httplib::Server S;
  S.Post("/send", [](const httplib::Request &Q, httplib::Response &R) {
    queue_wait(QueueOk, 10);
    driver_send(DriversOk[Q.body.size() % 2], Q.body.c_str());
    timer_renew(&RenewedBad);
    R.status = table_find(FP_Table, Q.body.c_str()) + timer_left(TimerOk);
  });
  S.listen("0.0.0.0", 80);
}
