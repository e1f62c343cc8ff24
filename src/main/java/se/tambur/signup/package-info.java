/** Who has a place in a course, who waits for one, and what they are told. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "course"})
@NullMarked
package se.tambur.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
