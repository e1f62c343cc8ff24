package se.tambur.course;

import se.tambur.centre.CentreId;

/** What a centre offers, or how many places are left, is no longer the same. */
public record CoursesChanged(CentreId centre) {}
