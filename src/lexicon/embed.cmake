# Writes OUTPUT, a C++ source that defines FUNCTION, as HEADER declares it, over the text of FILES,
# named relative to ROOT. Long texts are cut into several literals, since compilers bound the length
# of one.
set(body "")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  file(RELATIVE_PATH name "${ROOT}" "${file}")
  string(LENGTH "${text}" length)
  set(literals "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND literals "R\"~file~(${piece})~file~\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  string(APPEND body "    {\"${name}\",\n${literals}},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by src/lexicon/embed.cmake.
#include \"${HEADER}\"

namespace rapport {

namespace {
constexpr EmbeddedFile files[] = {
${body}};
}  // namespace

std::span<const EmbeddedFile> ${FUNCTION}() { return files; }

}  // namespace rapport
")
