/** How many are in the house now: the estimate. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit"})
@NullMarked
package se.tambur.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
