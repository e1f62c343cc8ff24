package se.tambur.course;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface CourseDocumentRepository extends ListCrudRepository<CourseDocument, CourseDocument.Key> {

    /** Locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CourseDocument> findLockedByKey(CourseDocument.Key key);
}
