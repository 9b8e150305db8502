#ifndef TASK_H
#define TASK_H

#include <coroutine>
#include <exception>
#include <string>

// As little of a task as a handler needs: it runs at once, to its end.
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept;
};

Task serve(std::string Text);
Task store(const std::string &Text);
extern int LambdaBad;

#endif
