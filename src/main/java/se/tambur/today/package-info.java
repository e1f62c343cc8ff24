/** The office's first view, moved by push. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "centre",
            "visit",
            "course",
            "signup",
            "feedback",
            "presence",
            "kiosk",
            "report"
        })
@NullMarked
package se.tambur.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
