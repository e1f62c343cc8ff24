/** How staff make and change the plan of their house: its history, its week, its days, what stands at the door. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit", "course", "kiosk"})
@NullMarked
package se.tambur.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
