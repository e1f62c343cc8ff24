/** What lies under all features: ten types at most. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.tambur.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
