/** Answers to the goals' questions, without anyone's name. */
@ApplicationModule(allowedDependencies = {"shared", "centre"})
@NullMarked
package se.tambur.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
