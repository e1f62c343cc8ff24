/** What a month says, as numbers, page and PDF. */
@ApplicationModule(allowedDependencies = {"shared", "centre", "visit", "course", "signup", "feedback", "presence"})
@NullMarked
package se.tambur.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
