package se.tambur.kiosk;

import se.tambur.centre.CentreId;

/** A tablet was paired, revoked, or its health changed for those who look; announced after commit. */
public record KiosksChanged(CentreId centre) {}
