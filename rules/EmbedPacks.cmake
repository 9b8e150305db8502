# Writes OUTPUT, a C++ file that defines shippedPacks() and shippedSchema() of
# Packs.h from the text files in FOLDER. Run with cmake -P. Text goes into string
# literals as escaped bytes, so that no text can end its literal early.
cmake_minimum_required(VERSION 3.25)

set(CHUNK 8000)

function(literal RESULT FILE)
  file(READ "${FILE}" HEX HEX)
  string(LENGTH "${HEX}" LENGTH)
  set(OUT "")
  set(AT 0)
  while(AT LESS LENGTH)
    string(SUBSTRING "${HEX}" ${AT} ${CHUNK} PART)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" PART "${PART}")
    string(APPEND OUT "\n    \"${PART}\"")
    math(EXPR AT "${AT} + ${CHUNK}")
  endwhile()
  if(OUT STREQUAL "")
    set(OUT "\"\"")
  endif()
  math(EXPR BYTES "${LENGTH} / 2")
  set(${RESULT} "{${OUT},\n    ${BYTES}}" PARENT_SCOPE)
endfunction()

file(GLOB MODELS RELATIVE "${FOLDER}/packs" "${FOLDER}/packs/models/*.yaml")
list(SORT MODELS)
literal(DEFAULT "${FOLDER}/packs/default.yaml")
set(PACKS "  {\"<default>\", ${DEFAULT}},\n")
foreach(MODEL IN LISTS MODELS)
  literal(TEXT "${FOLDER}/packs/${MODEL}")
  string(APPEND PACKS "  {\"<${MODEL}>\", ${TEXT}},\n")
endforeach()
literal(SCHEMA "${FOLDER}/schema.json")

file(WRITE "${OUTPUT}" "// Generated from rules/packs and rules/schema.json.
#include \"Packs.h\"

llvm::ArrayRef<stateless::Pack> stateless::shippedPacks() {
  static constexpr Pack Packs[] = {
${PACKS}  };
  return Packs;
}

llvm::StringRef stateless::shippedSchema() {
  return ${SCHEMA};
}
")
