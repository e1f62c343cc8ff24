/** The tablets by the door: pairing, health and what they hand over. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit", "course", "signup", "feedback", "presence"})
@NullMarked
package se.tambur.kiosk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
