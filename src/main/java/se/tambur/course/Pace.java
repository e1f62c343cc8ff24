package se.tambur.course;

/** How far it is from one meeting to the next. */
enum Pace {
    DAY(1),
    WEEK(7),
    TWO_WEEKS(14);

    private final int days;

    Pace(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }
}
