package se.tambur.kiosk;

import se.tambur.centre.CentreId;

/** The staff corner of a centre's tablets has other digits. */
record PinChanged(CentreId centre) {}
