/** How to work with Tambur, on one page. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package se.tambur.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
