package se.tambur.bench;

/** What a house is told when it is measured; all else is as it is shipped. */
final class Settings {

    /** Many visits a minute at one tablet are the measure here, not play; and all tablets are paired at once. */
    static final String[] LOAD = {
        "--tambur.visits.burst-visits=1000000",
        "--tambur.kiosk.tries-per-address=1000000",
        "--tambur.kiosk.tries-in-all=1000000"
    };

    private Settings() {}
}
