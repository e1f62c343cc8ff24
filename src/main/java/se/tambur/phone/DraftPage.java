package se.tambur.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tambur.course.Course;
import se.tambur.course.Preview;

/** A course's page for staff, before visitors can open it. It is no opening, and has no address of its own. */
@Component
class DraftPage implements Preview {

    private final PhoneController pages;

    DraftPage(PhoneController pages) {
        this.pages = pages;
    }

    @Override
    public String of(Course course, HttpServletRequest request) {
        return Objects.requireNonNull(
                pages.show(course.become(Course.State.PUBLISHED), request, true).getBody());
    }
}
