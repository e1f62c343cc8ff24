/** A screen on the wall of the staff room: how the house is, for everyone in the room and for nobody by name. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit", "presence", "course", "kiosk", "today"})
@NullMarked
package se.tambur.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
