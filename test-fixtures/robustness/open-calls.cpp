// A member of a template that nobody instantiates hands a value of a type that
// is open to another member, by value.
template <class Job, class Other> struct Pool {
  void push(Job J);
  void both(Job J, Other *O);
  static void shared(Other O);
  void stop() {
    Job J = 0;
    Other O{};
    push(J);
    both(J, &O);
    shared(O);
  }
};
static int CountBad; // expect: stateless-mutable-global "CountBad"
void hit() { ++CountBad; }
