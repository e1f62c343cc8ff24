/** The first hour of a house: from the first log-in to a tablet that counts. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit", "course", "kiosk"})
@NullMarked
package se.tambur.firsthour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
