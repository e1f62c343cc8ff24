package se.tambur.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** The courses of the centres. */
@Service
public class Courses {

    /** Courses that can still be joined on a day, those starting first before others. */
    public List<Course> open(CentreId centre, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** The course behind a code; look-alike letters and small ones are accepted. */
    public Optional<Course> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    /** The address that a course's QR code carries. */
    public String address(Course course) {
        throw new UnsupportedOperationException();
    }
}
