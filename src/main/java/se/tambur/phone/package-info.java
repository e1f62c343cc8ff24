/** What visitors read on their own phones: plain HTML, no script, no cookie. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "course", "signup", "visit"})
@NullMarked
package se.tambur.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
