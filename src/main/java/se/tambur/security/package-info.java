/** Who may do what: filter chains, log-in and accounts. */
@ApplicationModule(allowedDependencies = {"shared", "centre"})
@NullMarked
package se.tambur.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
