package se.tambur.course;

import java.util.List;

/** Courses that differ in one thing, for tests. */
public final class Variant {

    private Variant() {}

    public static Course link(Course course, String address) {
        return with(course, course.meetings(), new Course.SignUpWay.Link(address));
    }

    public static Course meetings(Course course, List<Course.Meeting> meetings) {
        return with(course, meetings, course.signUp());
    }

    public static Course withoutLine(Course course) {
        return with(course, course.meetings(), course.signUp(), false);
    }

    private static Course with(Course course, List<Course.Meeting> meetings, Course.SignUpWay way) {
        return with(course, meetings, way, course.waitingList());
    }

    private static Course with(Course course, List<Course.Meeting> meetings, Course.SignUpWay way, boolean line) {
        return new Course(
                course.id(),
                course.centre(),
                course.code(),
                course.state(),
                course.name(),
                course.text(),
                course.practical(),
                course.picture(),
                course.ages(),
                course.expecting(),
                course.host(),
                course.level(),
                course.place(),
                course.web(),
                meetings,
                course.seats(),
                line,
                course.opens(),
                course.closes(),
                way);
    }
}
