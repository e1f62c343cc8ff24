/** Courses, and who has a place in them. */
@ApplicationModule(allowedDependencies = {"shared", "centre"})
@NullMarked
package se.tambur.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
