/** What {@code scripts/bench} measures, each beside its budget; never part of the tests, whose time is nobody's measure. */
@NullMarked
package se.tambur.bench;

import org.jspecify.annotations.NullMarked;
