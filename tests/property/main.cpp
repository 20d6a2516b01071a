// Properties by RapidCheck, as cases of doctest. RC_PARAMS sets the seed and how many tries each
// property gets; RapidCheck prints the smallest counterexample it finds.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
