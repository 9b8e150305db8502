# Finds LLVM/Clang of the wanted version and the small libraries, and sets the
# flags that every target shares.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)

find_package(LLVM REQUIRED CONFIG
             PATHS /usr/lib/llvm-${STATELESS_LLVM_VERSION} NO_DEFAULT_PATH)
find_package(Clang REQUIRED CONFIG
             PATHS /usr/lib/llvm-${STATELESS_LLVM_VERSION} NO_DEFAULT_PATH)
if(NOT LLVM_VERSION_MAJOR EQUAL STATELESS_LLVM_VERSION)
  message(FATAL_ERROR "LLVM ${STATELESS_LLVM_VERSION} is wanted, found ${LLVM_PACKAGE_VERSION}")
endif()

# LLVM's include folder may hold the headers of libc++abi, too, which would
# stand in front of the system's own: only its own folders are made visible,
# and those of Clang apart from the rest.
set(STATELESS_LLVM_HEADERS ${CMAKE_BINARY_DIR}/llvm-headers)
set(STATELESS_CLANG_HEADERS ${CMAKE_BINARY_DIR}/clang-headers)
function(stateless_show_headers PLACE)
  file(REMOVE_RECURSE ${PLACE})
  file(MAKE_DIRECTORY ${PLACE})
  foreach(Include IN LISTS LLVM_INCLUDE_DIRS CLANG_INCLUDE_DIRS)
    foreach(Folder IN LISTS ARGN)
      if(IS_DIRECTORY ${Include}/${Folder})
        file(CREATE_LINK ${Include}/${Folder} ${PLACE}/${Folder} SYMBOLIC)
      endif()
    endforeach()
  endforeach()
endfunction()
stateless_show_headers(${STATELESS_LLVM_HEADERS} llvm llvm-c)
stateless_show_headers(${STATELESS_CLANG_HEADERS} clang clang-c clang-tidy)

find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(GTest REQUIRED)

# The static yaml-cpp: the plugin must not drag a library into its host.
find_library(STATELESS_YAML_CPP NAMES libyaml-cpp.a REQUIRED)

# Static as well: the command runs where there is no libseccomp.
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
  find_library(STATELESS_SECCOMP NAMES libseccomp.a REQUIRED)
endif()

# LLVM 22 deprecates spellings that LLVM 19 needs.
add_compile_options(-Wall -Wextra -Wno-unused-parameter
                    -Wno-deprecated-declarations
                    -ffunction-sections -fdata-sections)
if(NOT LLVM_ENABLE_RTTI)
  add_compile_options(-fno-rtti)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  # A stable precompiled header lets ccache reuse what includes it.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
  add_link_options(-fuse-ld=lld)
endif()
add_link_options(-Wl,--gc-sections,--as-needed)

# A build for finding our own mistakes. Only our code is instrumented: LLVM's
# archives are release builds. Debian configures them so that no class changes
# its layout with NDEBUG; what else must be minded is in SanitizerOptions.cpp.
option(STATELESS_SANITIZE
       "AddressSanitizer, UndefinedBehaviorSanitizer, assertions, fuzzers" OFF)
if(STATELESS_SANITIZE)
  set(STATELESS_SANITIZERS address,undefined,fuzzer-no-link)
  add_compile_options(-O1 -gline-tables-only -fno-omit-frame-pointer
                      -UNDEBUG -D_GLIBCXX_ASSERTIONS
                      -fsanitize=${STATELESS_SANITIZERS}
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${STATELESS_SANITIZERS})
endif()

find_program(STATELESS_CCACHE ccache)
if(STATELESS_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros
      ${STATELESS_CCACHE})
endif()
