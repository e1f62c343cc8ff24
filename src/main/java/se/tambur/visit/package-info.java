/** Visits: taken in once and only once, kept as sums. */
@ApplicationModule(allowedDependencies = {"shared", "centre"})
@NullMarked
package se.tambur.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
