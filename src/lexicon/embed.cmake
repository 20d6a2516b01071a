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
    # Behind a newline, since the middle of a character is no valid end of a literal.
    string(FIND "${piece}" "\n" newline REVERSE)
    if(newline GREATER -1)
      math(EXPR taken "${newline} + 1")
      string(SUBSTRING "${piece}" 0 ${taken} piece)
    endif()
    string(LENGTH "${piece}" taken)
    string(APPEND literals "R\"~file~(${piece})~file~\"\n")
    math(EXPR at "${at} + ${taken}")
  endwhile()
  # With its length, for a compiler that would not count so many characters.
  string(APPEND body "    {\"${name}\",\n${literals}\"\"sv},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by src/lexicon/embed.cmake.
#include \"${HEADER}\"

namespace rapport {

using namespace std::string_view_literals;

namespace {
constexpr EmbeddedFile files[] = {
${body}};
}  // namespace

std::span<const EmbeddedFile> ${FUNCTION}() { return files; }

}  // namespace rapport
")
