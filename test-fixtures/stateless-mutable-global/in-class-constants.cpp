// Constants that are initialised in their class and never defined outside.
struct ConfigOk {
  static const long TimeoutOk = 0; // expect-benign: stateless-mutable-global "constant"
  static bool const ThreadsOk = true; // expect-benign: stateless-mutable-global "constant"
};
long timeout() { return ConfigOk::TimeoutOk + (ConfigOk::ThreadsOk ? 1 : 0); }
