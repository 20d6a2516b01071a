#include "input/zip_refusals.hpp"

#include <string>

namespace rapport {
namespace {

constexpr std::string_view save_anew = "open it in Word or LibreOffice and save it anew";
constexpr Refusal damaged = {
    "is damaged: the archive that the document is cannot be read",
    "get a fresh copy, or open it in Word or LibreOffice and save it anew"};
constexpr Refusal damaged_text = {"is damaged: its text cannot be read", save_anew};
constexpr Refusal too_large = {"holds far more than a resume or a letter",
                               "check that it is the right file"};

}  // namespace

tl::unexpected<Error> refuse(const Input& input, const Refusal& words) {
  return fail({.subject = input.name,
               .message = std::string(words.message),
               .remedy = std::string(words.remedy)});
}

Refusal about_archive(ZipFault fault) {
  return fault == ZipFault::too_many ? too_large : damaged;
}

Refusal about_part(PartEnd end) {
  switch (end) {
    case PartEnd::encrypted:
      return {"is protected by a password", "unpack it with the password and pack it without"};
    case PartEnd::unsupported:
      return {"is packed by a method that documents do not use", save_anew};
    case PartEnd::doctype:
      return {"declares a document type, which no document of its format does: it may be an attack",
              save_anew};
    case PartEnd::encoding:
      return {"is written in an encoding that documents do not use", save_anew};
    case PartEnd::too_large:
      return too_large;
    default:
      return damaged;
  }
}

Refusal about_empty(bool is_cut, bool has_images) {
  if (has_images)
    return {"has no text, only images", "write the text as text, not as a picture of it"};
  return is_cut ? damaged_text : Refusal{"has no text", "check that it is the right file"};
}

}  // namespace rapport
