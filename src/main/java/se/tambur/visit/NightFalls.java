package se.tambur.visit;

import java.time.LocalDate;
import se.tambur.centre.CentreId;

/** The check-ins received on a past day are about to be erased; announced before, and whoever needs them reads them now. */
public record NightFalls(CentreId centre, LocalDate day) {}
