// A property as a check of doctest.
#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace rapport::property {

// What the property takes comes from RapidCheck's generators, or it picks with `*generator`.
template <class Property>
void holds(Property&& property) {
  CHECK(rc::check(property));
}

}  // namespace rapport::property
