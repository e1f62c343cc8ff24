/** Courses: what they are, their codes and posters, and how often they are looked at. */
@ApplicationModule(allowedDependencies = {"shared", "centre"})
@NullMarked
package se.tambur.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
