// Draws PDF pages: to pixels for whoever looks at ink, to PNG for reports.
#pragma once

#include <vector>

#include "input/raster.hpp"
#include "pdf/document.hpp"

namespace rapport {

// At `dpi` pixels to the inch, or fewer when the page would get too many; empty when the page
// has no sensible size.
[[nodiscard]] Raster render(const poppler::page& page, double dpi);

// The first pages, as many as a report shows. A damaged page is an image without pixels.
[[nodiscard]] std::vector<PageImage> draw_pages(const poppler::document& document);

}  // namespace rapport
