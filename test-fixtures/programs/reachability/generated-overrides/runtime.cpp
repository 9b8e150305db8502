#include "runtime.h"

static int FailuresBad; // expect: stateless-mutable-global "written after start-up by 'fails'" confidence likely

grpc::Status fails() { return {++FailuresBad}; } // expect-fact: write FailuresBad
