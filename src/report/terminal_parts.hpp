// What the parts of the terminal report share.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/page.hpp"
#include "report/quote.hpp"

namespace rapport {

constexpr int body_indent = 7;  // of all that belongs to a skill; "  ●●○  " stands ahead of it

// For Run::link.
[[nodiscard]] std::string link_to(const CitedUnit& cited, const Page& page);

[[nodiscard]] Style style_of(Level level);
[[nodiscard]] Run level_glyph(Level level);     // "  ●●○  "
[[nodiscard]] Runs quoted(const Quote& quote);  // between quotation marks

// What the postings ask for and their other words, when there are any.
void write_comparison(const Report& report, const ReportOptions& options, Page& page);

// The arithmetic, step by step: which evidence gave which level, then the counts.
void explain(const Report& report, Page& page);

// The matrix skill × document × section; nothing when there is no evidence.
void write_matrix(const Application& application, Page& page);

// Where a template asks for which skill; nothing of any other document.
void write_slots(const Application& application, Page& page);

// What a baseline does not accept, and what of it is stale; nothing without a baseline.
void write_since_baseline(const Report& report, bool all, Page& page);

// Findings that stand alone; nothing without any. Unless `all`, no more than a few, and it says so.
void write_findings(std::string_view heading, std::span<const Finding> findings,
                    const Application& application, bool all, Page& page);
// The same of those that are gathered under a title.
void write_finding_groups(std::string_view heading, std::span<const Finding> findings,
                          const Application& application, bool all, Page& page);

}  // namespace rapport
