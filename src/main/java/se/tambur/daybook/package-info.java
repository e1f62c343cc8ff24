/** A day afterwards: what was counted, what changed it, and how staff mend it or count it by hand. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit", "report"})
@NullMarked
package se.tambur.daybook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
