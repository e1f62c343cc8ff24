package se.tambur.course;

import java.util.List;

/** Courses that differ in one thing, for tests. */
final class Variant {

    private Variant() {}

    static Course link(Course course, String address) {
        return with(course, course.meetings(), new Course.SignUpWay.Link(address));
    }

    static Course meetings(Course course, List<Course.Meeting> meetings) {
        return with(course, meetings, course.signUp());
    }

    private static Course with(Course course, List<Course.Meeting> meetings, Course.SignUpWay way) {
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
                course.waitingList(),
                course.opens(),
                course.closes(),
                way);
    }
}
