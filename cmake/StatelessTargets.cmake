# Libraries, unit tests, and what each may include.
#
# A library's headers are shown to it and to those that link it, and to nobody
# else: in a folder of links of its own, since the folders of the sources lie
# within each other. The test layers.layers proves that it holds.
include(GoogleTest)
file(REMOVE_RECURSE ${CMAKE_BINARY_DIR}/layers)

add_library(stateless_includes INTERFACE)
target_include_directories(stateless_includes SYSTEM INTERFACE ${STATELESS_LLVM_HEADERS})
separate_arguments(STATELESS_LLVM_DEFINITIONS NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(stateless_includes INTERFACE
  ${STATELESS_LLVM_DEFINITIONS} STATELESS_LLVM_MAJOR=${STATELESS_LLVM_VERSION})

if(STATELESS_SANITIZE)
  # Every program carries the options that it must run with.
  target_sources(stateless_includes INTERFACE
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${CMAKE_SOURCE_DIR}/cmake/SanitizerOptions.cpp>)
endif()

# The AST: for extract and the plugin only.
add_library(stateless_clang_headers INTERFACE)
target_include_directories(stateless_clang_headers SYSTEM INTERFACE ${STATELESS_CLANG_HEADERS})

# What is read again and again is read once. Each file gets all of it, so that
# the compiler does not tell when one lacks an #include of its own: write it.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
add_library(stateless_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(stateless_precompiled PRIVATE stateless_includes)
target_precompile_headers(stateless_precompiled PRIVATE
  <algorithm> <functional> <map> <memory> <optional> <set> <string> <vector>
  <llvm/ADT/DenseMap.h> <llvm/ADT/DenseSet.h> <llvm/ADT/STLExtras.h>
  <llvm/ADT/SmallVector.h> <llvm/ADT/StringExtras.h> <llvm/ADT/StringMap.h>
  <llvm/Support/Error.h> <llvm/Support/FileSystem.h> <llvm/Support/JSON.h>
  <llvm/Support/MemoryBuffer.h> <llvm/Support/Path.h>
  <llvm/Support/raw_ostream.h>)

# A test is compiled for each change and run once for each build: optimising
# cost more than all of its run. What it tests is optimised.
if(BUILD_TESTING)
  add_library(stateless_test_precompiled OBJECT EXCLUDE_FROM_ALL
              ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(stateless_test_precompiled PRIVATE
                        stateless_includes GTest::gmock)
  target_precompile_headers(stateless_test_precompiled PRIVATE
    <gmock/gmock.h> <gtest/gtest.h> <fstream> <map> <set>
    <llvm/ADT/StringExtras.h> <llvm/Support/JSON.h>
    <llvm/Support/MemoryBuffer.h>)
  # As programs are compiled, not libraries: the compiler minds.
  set_target_properties(stateless_test_precompiled PROPERTIES
                        POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(stateless_test_precompiled PRIVATE -fPIE)
  if(NOT STATELESS_SANITIZE)
    target_compile_options(stateless_test_precompiled PRIVATE -O0)
  endif()
endif()

# stateless_library(NAME sources... [PREFIX folder] [HEADERS names...]
#                   [LINKS libraries...])
# A static library that links no LLVM of its own: the final binary chooses
# between static archives (the command) and the host's symbols (the plugin).
# Its headers are those of its folder; with PREFIX those of that folder below,
# included as "folder/Name.h"; HEADERS names them where they are not all.
# PRECOMPILE is a header of its own to be precompiled.
function(stateless_library NAME)
  cmake_parse_arguments(LIB "" "PREFIX;PRECOMPILE" "HEADERS;LINKS" ${ARGN})
  add_library(${NAME} STATIC ${LIB_UNPARSED_ARGUMENTS})
  target_link_libraries(${NAME} PUBLIC stateless_includes ${LIB_LINKS})
  if(LIB_PRECOMPILE)
    target_precompile_headers(${NAME} PRIVATE ${LIB_PRECOMPILE})
  else()
    target_precompile_headers(${NAME} REUSE_FROM stateless_precompiled)
  endif()
  set(Folder ${CMAKE_CURRENT_SOURCE_DIR})
  if(LIB_PREFIX AND NOT Folder MATCHES "/${LIB_PREFIX}$")
    string(APPEND Folder /${LIB_PREFIX})
  endif()
  if(NOT LIB_HEADERS)
    file(GLOB LIB_HEADERS CONFIGURE_DEPENDS RELATIVE ${Folder}
         ${Folder}/*.h ${Folder}/*.def)
  endif()
  set(Shown ${CMAKE_BINARY_DIR}/include/${NAME})
  file(REMOVE_RECURSE ${Shown})
  file(MAKE_DIRECTORY ${Shown}/${LIB_PREFIX})
  foreach(Header IN LISTS LIB_HEADERS)
    file(CREATE_LINK ${Folder}/${Header} ${Shown}/${LIB_PREFIX}/${Header} SYMBOLIC)
  endforeach()
  target_include_directories(${NAME} PUBLIC ${Shown})
  # For the test of the layers, which may name a library that comes later.
  file(WRITE ${CMAKE_BINARY_DIR}/layers/${NAME}
       "folder ${Folder}\nprefix ${LIB_PREFIX}\nheaders ${LIB_HEADERS}\nlinks ${LIB_LINKS}\nsources ${LIB_UNPARSED_ARGUMENTS}\n")
endfunction()

function(stateless_unit_test NAME)
  cmake_parse_arguments(TEST "EACH_LLVM" "" "LINKS" ${ARGN})
  if(NOT BUILD_TESTING)
    return()
  endif()
  # What does not use Clang is tested in the first lane only.
  if(NOT TEST_EACH_LLVM AND NOT STATELESS_LLVM_VERSION EQUAL 22)
    return()
  endif()
  add_executable(${NAME} ${TEST_UNPARSED_ARGUMENTS})
  target_link_libraries(${NAME} PRIVATE ${TEST_LINKS} GTest::gmock GTest::gtest_main LLVMSupport)
  target_precompile_headers(${NAME} REUSE_FROM stateless_test_precompiled)
  if(NOT STATELESS_SANITIZE)
    target_compile_options(${NAME} PRIVATE -O0)
  endif()
  # One process for all: a process for each of a thousand tests took 75 ms more.
  add_test(NAME unit.${NAME} COMMAND ${NAME} --gtest_brief=1)
  set_tests_properties(unit.${NAME} PROPERTIES LABELS unit TIMEOUT 1500)
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
