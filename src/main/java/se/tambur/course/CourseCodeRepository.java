package se.tambur.course;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface CourseCodeRepository extends ListCrudRepository<CourseCode, String> {

    Optional<CourseCode> findByCentreAndCourse(String centre, String course);
}
