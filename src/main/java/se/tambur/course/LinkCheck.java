package se.tambur.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** Looks every night, and when a course is saved, whether the addresses it sends families to answer. */
@Component
class LinkCheck {

    private final Courses courses;
    private final Centres centres;
    private final CourseDocumentRepository documents;
    private final LinkCaller caller;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    LinkCheck(
            Courses courses,
            Centres centres,
            CourseDocumentRepository documents,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this(courses, centres, documents, LinkCaller.toOutside(), jdbc, transaction, clock);
    }

    LinkCheck(
            Courses courses,
            Centres centres,
            CourseDocumentRepository documents,
            LinkCaller caller,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.courses = courses;
        this.centres = centres;
        this.documents = documents;
        this.caller = caller;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every course that families may still be sent from, one after the other: no site is called in a crowd. */
    @Scheduled(cron = "0 40 3 * * *")
    void lookAtAll() {
        for (CentreId centre : centres.all()) {
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), centres.plan(centre).zone());
            courses.of(centre).stream()
                    .filter(course -> course.state() != Course.State.CANCELLED
                            && !course.ends().isBefore(today))
                    .forEach(this::look);
        }
    }

    /** Looks in a while, on a thread of its own: whoever saved a course does not wait for another's site. */
    void lookSoon(Course course) {
        if (!links(course).isEmpty()) {
            Thread.startVirtualThread(() -> look(course));
        }
    }

    /** Calls the addresses of a course and keeps what came of it; those it no longer has are forgotten. */
    void look(Course course) {
        List<String> links = links(course);
        Map<String, Optional<LinkCaller.Flaw>> heard = new LinkedHashMap<>();
        links.forEach(link -> heard.put(link, caller.call(link)));
        transaction.executeWithoutResult(status -> {
            documents.findLockedByKey(new CourseDocument.Key(course.centre(), course.id()));
            boolean changedMeanwhile = !courses.find(course.centre(), course.id())
                    .map(LinkCheck::links)
                    .equals(Optional.of(links));
            if (!changedMeanwhile) {
                keep(course, heard);
            }
        });
    }

    private void keep(Course course, Map<String, Optional<LinkCaller.Flaw>> heard) {
        Map<String, Instant> before = new LinkedHashMap<>();
        flaws(course).forEach(flaw -> before.put(flaw.address(), flaw.since()));
        jdbc.sql("delete from link_check where centre = ? and course = ?")
                .params(course.centre().value(), course.id())
                .update();
        Instant now = clock.instant();
        heard.forEach((link, flaw) -> jdbc.sql(
                        "insert into link_check (centre, course, address, looked_at, flaw, flaw_since)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .param(1, course.centre().value())
                .param(2, course.id())
                .param(3, link)
                .param(4, at(now))
                .param(5, flaw.map(LinkCaller.Flaw::stored).orElse(null), Types.VARCHAR)
                .param(6, flaw.map(f -> at(before.getOrDefault(link, now))).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update());
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** What was wrong with a course's own addresses at the last look; one that was changed since is not among them. */
    List<Silence> flaws(Course course) {
        List<String> links = links(course);
        return flaws(course.centre()).getOrDefault(course.id(), List.of()).stream()
                .filter(flaw -> links.contains(flaw.address()))
                .toList();
    }

    /** The same for every course of a centre, by its id. */
    Map<String, List<Silence>> flaws(CentreId centre) {
        Map<String, List<Silence>> flaws = new LinkedHashMap<>();
        jdbc.sql("select course, address, flaw, flaw_since from link_check where centre = ? and flaw is not null"
                        + " order by course, address")
                .param(centre.value())
                .query((row, number) -> Map.entry(row.getString("course"), silence(row)))
                .list()
                .forEach(each -> flaws.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return flaws;
    }

    private static Silence silence(ResultSet row) throws SQLException {
        return new Silence(
                row.getString("address"),
                LinkCaller.Flaw.valueOf(row.getString("flaw").toUpperCase(Locale.ROOT)),
                row.getObject("flaw_since", OffsetDateTime.class).toInstant());
    }

    static List<String> links(Course course) {
        List<String> links = new ArrayList<>();
        if (course.web() != null) {
            links.add(course.web());
        }
        if (course.signUp() instanceof Course.SignUpWay.Link(String address) && !links.contains(address)) {
            links.add(address);
        }
        return links;
    }

    /**
     * An address that does not do what it should.
     *
     * @param since when it was first seen, without a good night in between
     */
    record Silence(String address, LinkCaller.Flaw flaw, Instant since) {}
}
