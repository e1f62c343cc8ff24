/** Centres, their versioned plans and the sessions that follow from them. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package se.tambur.centre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
