#include "report/html_page.hpp"

#include "report/base64.hpp"

namespace rapport {
namespace {

std::string policy(std::string_view style, std::string_view script) {
  std::string text = "default-src 'none'; img-src data:; style-src '" + csp_hash(style) + "'";
  if (!script.empty()) text += "; script-src '" + csp_hash(script) + "'";
  return text + "; base-uri 'none'; form-action 'none'";
}

// Pages by the thousand have one style and one script.
const std::string& known_policy(std::string_view style, std::string_view script) {
  struct Known {
    std::string style{};
    std::string script{};
    std::string policy{};
  };
  thread_local Known known;
  if (known.policy.empty() || known.style != style || known.script != script)
    known = Known{std::string(style), std::string(script), policy(style, script)};
  return known.policy;
}

}  // namespace

std::string_view html_asset(std::string_view name) {
  for (const EmbeddedFile& file : html_assets()) {
    if (file.name.substr(file.name.rfind('/') + 1) == name) return file.text;
  }
  return {};
}

std::string html_page(std::string_view title, const Html& body, std::string_view style,
                      std::string_view script) {
  Html page;
  page.put(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{}</title>
<link rel="icon" href="data:,">
<style>)",
           known_policy(style, script), title);
  page.add_verbatim(style).put("</style>\n</head>\n<body>\n").add(body);
  if (!script.empty()) page.put("<script>").add_verbatim(script).put("</script>\n");
  page.put("</body>\n</html>\n");
  return std::move(page).take();
}

}  // namespace rapport
