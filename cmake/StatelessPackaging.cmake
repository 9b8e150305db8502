# Installation below any prefix, and the packages. Everything finds its parts
# relative to itself, so that a prefix may be moved:
#
#   bin/stateless-tidy            looks in ../lib/stateless-tidy/clang/N
#   bin/stateless-clang-tidy      -> ../lib/stateless-tidy/bin/, because clang
#                                 looks in ../lib/clang/N of its real place and
#                                 PREFIX/lib/clang/N may be another package's
#   lib/stateless-tidy-plugin.so  loads lib/stateless-tidy/libyaml-cpp.so
#   share/stateless-tidy/         rules, schema, integrations
#   share/doc/stateless-tidy/     documentation, licences
set(PRIVATE_DIR lib/stateless-tidy)
set(RESOURCE_DIR ${PRIVATE_DIR}/clang/${LLVM_VERSION_MAJOR})

install(TARGETS stateless-tidy RUNTIME DESTINATION bin)

if(TARGET stateless-clang-tidy)
  install(TARGETS stateless-clang-tidy RUNTIME DESTINATION ${PRIVATE_DIR}/bin)
  install(CODE "
    set(Prefix \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
    file(MAKE_DIRECTORY \"\${Prefix}/bin\" \"\${Prefix}/${PRIVATE_DIR}/lib/clang\")
    file(CREATE_LINK ../${PRIVATE_DIR}/bin/stateless-clang-tidy
         \"\${Prefix}/bin/stateless-clang-tidy\" SYMBOLIC)
    file(CREATE_LINK ../../clang/${LLVM_VERSION_MAJOR}
         \"\${Prefix}/${PRIVATE_DIR}/lib/clang/${LLVM_VERSION_MAJOR}\" SYMBOLIC)")
  # The same for the build folder.
  file(MAKE_DIRECTORY ${CMAKE_LIBRARY_OUTPUT_DIRECTORY}/clang)
  file(CREATE_LINK ${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}
       ${CMAKE_LIBRARY_OUTPUT_DIRECTORY}/clang/${LLVM_VERSION_MAJOR} SYMBOLIC)
endif()

if(TARGET stateless-tidy-plugin)
  set_target_properties(stateless-tidy-plugin PROPERTIES
                        INSTALL_RPATH "$ORIGIN/stateless-tidy")
  install(TARGETS stateless-tidy-plugin LIBRARY DESTINATION lib)
  install(FILES $<TARGET_FILE:yaml-cpp> DESTINATION ${PRIVATE_DIR}
          RENAME $<TARGET_SONAME_FILE_NAME:yaml-cpp>)
endif()

# Clang's own headers, without which nothing parses.
install(DIRECTORY ${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}/include
        DESTINATION ${RESOURCE_DIR})

set(SHARE_DIR share/stateless-tidy)
set(DOC_DIR share/doc/stateless-tidy)
install(DIRECTORY rules/packs DESTINATION ${SHARE_DIR}/rules)
install(FILES ${STATELESS_SCHEMA} DESTINATION ${SHARE_DIR}/rules)
install(DIRECTORY integrations/ DESTINATION ${SHARE_DIR}/integrations)
install(DIRECTORY docs/ DESTINATION ${DOC_DIR} FILES_MATCHING PATTERN "*.md")
install(FILES README.md DESTINATION ${DOC_DIR} OPTIONAL)
install(FILES LICENSE DESTINATION ${DOC_DIR} RENAME copyright)
# Of what is linked in or brought along; a container may have left them out.
foreach(Package libyaml-cpp-dev libcli11-dev libmsgpack-cxx-dev libseccomp-dev
                libclang-${LLVM_VERSION_MAJOR}-dev)
  install(FILES /usr/share/doc/${Package}/copyright
          DESTINATION ${DOC_DIR}/licenses RENAME ${Package} OPTIONAL)
endforeach()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_VENDOR stateless-tidy)
set(CPACK_PACKAGE_CONTACT "The stateless-tidy authors <stateless-tidy@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_PACKAGE_FILE_NAME
  ${PROJECT_NAME}-${PROJECT_VERSION}-llvm${LLVM_VERSION_MAJOR}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS
    ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
# The code that is analysed needs the system's headers; the plugin a host.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libstdc++-12-dev | libstdc++-dev, libc6-dev")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
    "clang-tidy-${LLVM_VERSION_MAJOR}, pre-commit")
include(CPack)
