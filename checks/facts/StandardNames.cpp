//===- StandardNames.cpp - Members that the standard library calls --------===//
#include "facts/StandardNames.h"
#include "llvm/ADT/StringSet.h"

namespace stateless {

bool isStandard(llvm::StringRef Qualified) {
  return Qualified.starts_with("std::") || Qualified.starts_with("__");
}

bool mayStandardLibraryCall(llvm::StringRef Member) {
  static const llvm::StringSet<> Names{
      // Containers, their adaptors and what inserts into them; ranges; views.
      "append_range", "assign", "assign_range", "at", "back", "base", "begin",
      "capacity", "cbegin", "cend", "clear", "contains", "count", "crbegin",
      "crend", "data", "emplace", "emplace_back", "emplace_front",
      "emplace_hint", "empty", "end", "erase", "extract", "find", "front",
      "get_allocator", "insert", "insert_range", "prepend_range", "key_comp",
      "lower_bound", "max_size", "merge", "pop_back", "pop_front", "push_back",
      "push_front", "rbegin", "rend", "reserve", "reserve_hint", "resize",
      "size", "splice", "swap", "upper_bound", "value_comp",
      // Pointers, iterators, tuples, deleters.
      "get", "iter_move", "iter_swap", "pointer_to", "reset", "release",
      "to_address",
      // Allocators and memory resources.
      "allocate", "allocate_at_least", "allocate_bytes", "allocate_object",
      "construct", "deallocate", "deallocate_bytes", "deallocate_object",
      "delete_object", "destroy", "is_equal", "new_object",
      "select_on_container_copy_construction",
      // Locks, stop tokens, clocks, random numbers.
      "lock", "lock_shared", "unlock", "unlock_shared", "try_lock",
      "try_lock_for", "try_lock_shared", "try_lock_shared_for",
      "try_lock_shared_until", "try_lock_until", "stop_requested",
      "stop_possible", "now", "default_zone", "from_sys", "from_time_t",
      "from_utc", "get_info", "locate_zone", "to_local", "to_sys", "to_utc",
      "to_time_t", "discard", "generate", "max", "min", "param", "seed",
      // Coroutines.
      "await_ready", "await_resume", "await_suspend", "await_transform",
      "final_suspend", "from_promise", "get_return_object",
      "get_return_object_on_allocation_failure", "initial_suspend",
      "return_value", "return_void", "unhandled_exception", "unhandled_stopped",
      "yield_value",
      // Senders and receivers.
      "complete", "completion_signatures", "connect",
      "get_completion_signatures", "get_env", "query", "schedule", "set_error",
      "set_stopped", "set_value", "start", "start_detached",
      // Characters, streams, locales, regular expressions, formats.
      "always_noconv", "compare", "copy", "encoding", "eof", "eq",
      "eq_int_type", "format", "getloc", "imbue", "in", "isctype", "length",
      "lookup_classname", "lookup_collatename", "lt", "move", "not_eof", "out",
      "parse", "state", "to_char_type", "to_int_type", "transform",
      "transform_primary", "translate", "translate_nocase", "unshift", "value",
      "zero",
      // Views of several dimensions.
      "access", "extent", "extents", "is_always_exhaustive",
      "is_always_strided", "is_always_unique", "is_exhaustive", "is_strided",
      "is_unique", "offset", "rank", "required_span_size", "static_extent",
      "stride",
      // Errors and observers.
      "message", "name", "what", "default_error_condition", "equivalent"};
  return Names.contains(Member);
}

} // namespace stateless
