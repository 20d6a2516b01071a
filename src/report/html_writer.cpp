// The report to keep open while rewriting: one file with the skills on one side and the documents
// on the other. Everything is readable without the script, which only brings the sides together.
#include <fmt/format.h>

#include <algorithm>

#include "report/cited.hpp"
#include "report/html/parts.hpp"
#include "report/html_page.hpp"

namespace rapport {
namespace {

using html::View;

std::string files_of(const Application& application) {
  std::string names;
  for (std::size_t i = 0; i < application.readings.size(); ++i) {
    if (i > 0) names += i + 1 == application.readings.size() ? " and " : ", ";
    names += base_name(application.readings[i].document.name);
  }
  return names;
}

// Where there are several applications, their files may be called the same.
std::string paths_of(const Application& application) {
  std::string names;
  for (const Reading& reading : application.readings) {
    names += (names.empty() ? "" : ", ") + reading.document.name;
  }
  return names;
}

Html links(const View& view) {
  Html html;
  html.put("<nav aria-label=\"Parts of the report\"><ul>");
  const auto link = [&](std::string_view part, std::string_view title) {
    html.put("<li><a href=\"#{}\">{}</a></li>", view.id(part), title);
  };
  link("skills", "Skills");
  link("documents", "Documents");
  if (view.application().comparison) link("posting", "Posting");
  if (!view.findings.empty()) link("findings", "Worth a look");
  link("matrix", "Which skill where");
  return html.put("</ul></nav>\n");
}

Html application_html(const View& view) {
  Html html;
  html.put(
      "<section class=\"application\" id=\"{}\" aria-labelledby=\"{}\">\n<div "
      "class=\"title\"><h2 id=\"{}\">{}</h2>\n",
      view.id("top"), view.id("title"), view.id("title"), files_of(view.application()));
  html.add(links(view)).put("</div>\n");
  html.add(html::gates(view)).add(html::glance(view)).add(html::postings(view));
  html.put("<div class=\"sides\">\n").add(html::skills(view)).add(html::documents(view));
  html.put("</div>\n").add(html::findings(view)).add(html::matrix(view));
  return html.add(html::arithmetic(view)).put("</section>\n");
}

// Where there are several, which to look at first.
Html overview(std::span<const Report> reports) {
  Html html;
  if (reports.size() < 2) return html;
  html.put(
      "<section class=\"overview\" aria-labelledby=\"overview\"><h2 id=\"overview\">{} "
      "documents</h2>\n<div class=\"frame\" role=\"region\" tabindex=\"0\" "
      "aria-labelledby=\"overview\"><table><thead><tr><th scope=\"col\">Document</th><th "
      "scope=\"col\">Covered</th><th scope=\"col\">Demonstrated</th></tr></thead>\n<tbody>\n",
      reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Assessment& assessment = reports[i].application->assessment;
    html.put(
        "<tr><th scope=\"row\"><a href=\"#a{}-top\">{}</a></th><td>{} of {}</td><td>{} of "
        "{}</td></tr>\n",
        i + 1, paths_of(*reports[i].application), assessment.covered, assessment.skills.size(),
        assessment.demonstrated, assessment.skills.size());
  }
  return html.put("</tbody></table></div></section>\n");
}

class HtmlWriter final : public Writer {
 public:
  std::string_view name() const override { return "html"; }
  std::string_view description() const override {
    return "one page for a browser, to keep open while rewriting";
  }
  bool wants_page_images() const override { return true; }

  std::string write(std::span<const Report> reports, const ReportOptions& options) const override {
    const std::string profile =
        reports.empty() ? "" : reports.front().application->assessment.profile.title;
    Html body;
    body.put("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n").add(html::shapes());
    body.put(
        "<header class=\"top\"><h1>Soft skills: {}</h1></header>\n<main id=\"report\" "
        "tabindex=\"-1\">\n",
        profile);
    body.add(overview(reports));
    for (std::size_t i = 0; i < reports.size(); ++i) {
      body.add(application_html(View(reports[i], options, i + 1)));
    }
    body.put(
        "</main>\n<footer>Made by Rapport on your own computer. This file holds all of it, "
        "and asks nothing of the network.</footer>\n");
    std::string title = reports.empty() ? "" : files_of(*reports.front().application) + ": ";
    return html_page(title + "soft skills", body, html_asset("report.css"),
                     fmt::format("{}{}", html_asset("copy.js"), html_asset("report.js")));
  }
};

}  // namespace

const Writer& html_writer() {
  static const HtmlWriter writer;
  return writer;
}

}  // namespace rapport
