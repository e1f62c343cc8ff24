/** Courses and the phone pages behind their QR codes. */
@ApplicationModule(allowedDependencies = {"shared", "centre"})
@NullMarked
package se.tambur.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
