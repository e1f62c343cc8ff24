package se.tambur.course;

import jakarta.servlet.http.HttpServletRequest;

/** What visitors will see of a course. Drawn by whoever draws the pages for phones, who is not known here. */
public interface Preview {

    /** The page of a course as if it were published, in HTML, marked as what it is. */
    String of(Course course, HttpServletRequest request);
}
