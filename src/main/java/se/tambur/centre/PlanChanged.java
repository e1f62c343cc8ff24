package se.tambur.centre;

/** A centre has a new version of its plan, or has come to be; announced after commit. */
public record PlanChanged(CentreId centre) {}
