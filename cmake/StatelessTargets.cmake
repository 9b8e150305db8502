# stateless_library(NAME sources...) and stateless_unit_test(NAME sources...
# LINKS libraries...): one place for include paths and registration.
include(GoogleTest)

add_library(stateless_includes INTERFACE)
target_include_directories(stateless_includes INTERFACE
  ${CMAKE_SOURCE_DIR}/checks ${CMAKE_SOURCE_DIR}/rules ${CMAKE_SOURCE_DIR}/driver)
target_include_directories(stateless_includes SYSTEM INTERFACE ${STATELESS_LLVM_HEADERS})
separate_arguments(STATELESS_LLVM_DEFINITIONS NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(stateless_includes INTERFACE
  ${STATELESS_LLVM_DEFINITIONS} STATELESS_LLVM_MAJOR=${STATELESS_LLVM_VERSION})

if(STATELESS_SANITIZE)
  # Every program carries the options that it must run with.
  target_sources(stateless_includes INTERFACE
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${CMAKE_SOURCE_DIR}/cmake/SanitizerOptions.cpp>)
endif()

# A static library that links no LLVM of its own: the final binary chooses
# between static archives (the command) and the host's symbols (the plugin).
function(stateless_library NAME)
  add_library(${NAME} STATIC ${ARGN})
  target_link_libraries(${NAME} PUBLIC stateless_includes)
endfunction()

function(stateless_unit_test NAME)
  cmake_parse_arguments(TEST "" "" "LINKS" ${ARGN})
  if(NOT BUILD_TESTING)
    return()
  endif()
  add_executable(${NAME} ${TEST_UNPARSED_ARGUMENTS})
  target_link_libraries(${NAME} PRIVATE ${TEST_LINKS} GTest::gmock GTest::gtest_main LLVMSupport)
  gtest_discover_tests(${NAME} DISCOVERY_TIMEOUT 60)
endfunction()

# The static archives of the named Clang libraries, those that this version has.
function(stateless_clang_archives VARIABLE)
  set(Archives)
  foreach(Name ${ARGN})
    if(EXISTS ${LLVM_LIBRARY_DIR}/lib${Name}.a)
      list(APPEND Archives ${LLVM_LIBRARY_DIR}/lib${Name}.a)
    endif()
  endforeach()
  set(${VARIABLE} ${Archives} PARENT_SCOPE)
endfunction()
