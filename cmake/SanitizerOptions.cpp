//===- SanitizerOptions.cpp - How sanitized programs run ------------------===//
//
// Linked into each program of a STATELESS_SANITIZE build, so that it needs no
// environment. ASAN_OPTIONS and UBSAN_OPTIONS add to it.
//
// LLVM's allocators poison a slab and unpoison what they hand out, in code that
// is inlined into its callers. LLVM's own archives are not instrumented: what
// they allocate in a slab that our code began would stay poisoned, and our code
// must read it. So that kind of poisoning is off; heap, stack and globals are
// watched as ever. libstdc++ annotates no containers by default, so nothing
// else crosses the border.
//
//===----------------------------------------------------------------------===//

extern "C" const char *__asan_default_options() {
  return "allow_user_poisoning=0:detect_stack_use_after_return=1:"
         "strict_string_checks=1:check_initialization_order=1";
}

extern "C" const char *__ubsan_default_options() {
  return "print_stacktrace=1";
}
