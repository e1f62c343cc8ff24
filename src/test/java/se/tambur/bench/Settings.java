package se.tambur.bench;

/** What a house is told when it is measured; all else is as it is shipped. */
final class Settings {

    /** Many visits a minute at one tablet are the measure here, not play. */
    static final String[] LOAD = {"--tambur.visits.burst-visits=1000000"};

    private Settings() {}
}
