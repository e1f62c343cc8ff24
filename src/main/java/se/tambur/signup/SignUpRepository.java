package se.tambur.signup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SignUpRepository extends JpaRepository<SignUp, UUID> {

    List<SignUp> findByCentreAndCourseOrderByLine(String centre, String course);

    Optional<SignUp> findByTokenHash(String tokenHash);

    List<SignUp> findByStateOrderByOfferUntil(String state);

    /** Whoever gave one of these ways to reach her, first come first. */
    @Query("select s from SignUp s where s.centre = ?1 and s.course = ?2 and (s.emailHash in ?3 or s.phoneHash in ?3)"
            + " order by s.madeAt")
    List<SignUp> known(String centre, String course, Collection<String> contacts);

    /** One row a course and state that has any. */
    @Query("select s.course as course, s.state as state, count(s) as number from SignUp s where s.centre = ?1"
            + " group by s.course, s.state")
    List<Sum> sums(String centre);

    @Query(value = "select nextval('sign_up_line')", nativeQuery = true)
    long nextLine();

    /** How many of a course stand in one way. */
    interface Sum {
        String getCourse();

        String getState();

        long getNumber();
    }
}
