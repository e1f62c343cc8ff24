package se.tambur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.course.Scans;
import se.tambur.course.Seats;
import se.tambur.signup.SignUps;
import se.tambur.visit.Doors;

@DatabaseTest
class DemoSignUpsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Centres centres;

    @Autowired
    private Courses courses;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Scans scans;

    @Autowired
    private TestClock clock;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void whoTriesTheDemoFindsPlacesLeftALineADraftAndOpenings() {
        Course massage = courses.save(Groups.massage(centre, "massage", 8), "test");
        var demo = new DemoSignUps(centres, courses, signUps, scans, clock);

        demo.fill(centre);
        demo.fill(centre);

        List<Course> songs = courses.of(centre).stream()
                .filter(course -> !course.id().equals("massage"))
                .toList();
        assertThat(songs).extracting(Course::state).containsExactly(Course.State.DRAFT, Course.State.PUBLISHED);
        assertThat(signUps.seats(massage)).isEqualTo(new Seats(8, 4, 0));
        assertThat(signUps.seats(songs.getLast())).isEqualTo(new Seats(6, 6, 3));
        assertThat(scans.of(centre, songs.getLast().id(), TODAY, TODAY)).isEqualTo(41);
    }
}
