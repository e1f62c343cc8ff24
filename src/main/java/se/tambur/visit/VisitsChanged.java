package se.tambur.visit;

import se.tambur.centre.CentreId;

/** Visits, suspects, head counts or states of a centre have changed; announced after commit. Who listens reads again. */
public record VisitsChanged(CentreId centre) {}
