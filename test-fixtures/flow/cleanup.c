// What the end of a scope runs, by an attribute.
extern int accept(int, void *, void *);

static int cleaned_bad; // expect: stateless-mutable-global "cleaned_bad" "request loop"
static int counted_bad; // expect: stateless-mutable-global "counted_bad" "request loop"
static int start_ok;    // expect-benign: stateless-mutable-global "only at start-up"

static void leave(int **what) { ++**what; }
static void count(int *what) { counted_bad += *what; }
static void start(int *what) { start_ok = *what; }

int main(void) {
  {
    int started __attribute__((cleanup(start))) = 1;
    (void)started;
  }
  for (;;) {
    int client = accept(3, 0, 0);
    int *entered __attribute__((cleanup(leave))) = &cleaned_bad;
    int counted __attribute__((cleanup(count))) = client;
    if (client < 0)
      return *entered;
  }
}
