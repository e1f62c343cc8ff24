package se.tambur.kiosk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.PublicAddress;
import se.tambur.shared.Audited;
import se.tambur.shared.Mail;
import se.tambur.shared.Words;

/** Letters to the house itself about a tablet that is missed, where a centre has set an address. */
@Component
class AlertLetters {

    static final int LONGEST_ADDRESS = 120;

    private static final Logger log = LoggerFactory.getLogger(AlertLetters.class);

    /** Longer than a slow mail server can take with one letter; then it is tried again. */
    private static final Duration IN_HAND = Duration.ofMinutes(5);

    /** A letter of yesterday would rather confuse than help. */
    private static final Duration TOO_OLD = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Mail mail;
    private final Centres centres;
    private final PublicAddress publicAddress;
    private final Words words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertLetters(
            JdbcClient jdbc,
            Mail mail,
            Centres centres,
            PublicAddress publicAddress,
            Words words,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.centres = centres;
        this.publicAddress = publicAddress;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /** What a letter tells; the name is stored and begins the word keys. */
    enum Kind {
        SILENT,
        BACK;

        private String key(String part) {
            return "kioskoffice.alert." + name().toLowerCase(Locale.ROOT) + "." + part;
        }
    }

    /** Whether letters can leave the house at all. */
    boolean canBeSent() {
        return mail.set();
    }

    Optional<String> address(CentreId centre) {
        return jdbc.sql("select mail from kiosk_alert where centre = ?")
                .param(centre.value())
                .query(String.class)
                .optional();
    }

    /** @param address blank: nobody */
    void sendTo(CentreId centre, String address, String language, String author) {
        String to = address.strip();
        jdbc.sql("delete from kiosk_alert where centre = ?")
                .param(centre.value())
                .update();
        if (!to.isEmpty()) {
            jdbc.sql("insert into kiosk_alert (centre, mail, language) values (?, ?, ?)")
                    .params(centre.value(), to, language)
                    .update();
        }
        events.publishEvent(new Audited(author, centre.value(), "kiosk.alert-address", to));
    }

    /** Puts a letter in the box where the centre wants any; it leaves with the next round. */
    void write(CentreId centre, String name, Kind kind, Instant happened, Instant now) {
        if (mail.set() && address(centre).isPresent()) {
            jdbc.sql("insert into kiosk_letter (id, centre, name, kind, happened_at, due_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            centre.value(),
                            name,
                            kind.name(),
                            KioskRepository.at(happened),
                            KioskRepository.at(now))
                    .update();
        }
    }

    private record Letter(UUID id, CentreId centre, String name, Kind kind, Instant happened) {

        static Letter of(ResultSet row, int number) throws SQLException {
            return new Letter(
                    row.getObject("id", UUID.class),
                    new CentreId(row.getString("centre")),
                    row.getString("name"),
                    Kind.valueOf(row.getString("kind")),
                    KioskRepository.moment(row, "happened_at"));
        }
    }

    /** Brings what is due, oldest first; a letter stays until the mail server has it. */
    @Scheduled(fixedDelay = 15_000)
    void deliver() {
        Instant now = clock.instant();
        jdbc.sql("delete from kiosk_letter where happened_at < ?")
                .param(KioskRepository.at(now.minus(TOO_OLD)))
                .update();
        if (!mail.set()) {
            return;
        }
        List<Letter> due = jdbc.sql("select * from kiosk_letter where due_at <= ? order by happened_at")
                .param(KioskRepository.at(now))
                .query(Letter::of)
                .list();
        for (Letter letter : due) {
            if (claim(letter, now) && !bring(letter)) {
                return;
            }
        }
    }

    private boolean claim(Letter letter, Instant now) {
        return jdbc.sql("update kiosk_letter set due_at = ? where id = ? and due_at <= ?")
                        .params(KioskRepository.at(now.plus(IN_HAND)), letter.id(), KioskRepository.at(now))
                        .update()
                == 1;
    }

    private boolean bring(Letter letter) {
        try {
            jdbc.sql("select mail, language from kiosk_alert where centre = ?")
                    .param(letter.centre().value())
                    .query((row, n) -> written(letter, row.getString("mail"), row.getString("language")))
                    .optional()
                    .ifPresent(mail::send);
        } catch (MailException e) {
            log.warn(
                    "A letter about a silent tablet waits: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
            return false;
        }
        jdbc.sql("delete from kiosk_letter where id = ?").param(letter.id()).update();
        return true;
    }

    private Mail.Letter written(Letter letter, String to, String language) {
        String house = centres.plan(letter.centre()).name();
        ZonedDateTime local =
                letter.happened().atZone(centres.timetable(letter.centre()).zone());
        String time = DateTimeFormatter.ofPattern(
                        words.say(language, "kioskoffice.time"), Locale.forLanguageTag(language))
                .format(local);
        Kind kind = letter.kind();
        return new Mail.Letter(
                "tablet-" + letter.id(),
                house,
                to,
                language,
                words.say(language, kind.key("subject"), letter.name(), house),
                words.say(
                        language,
                        kind.key("text"),
                        letter.name(),
                        house,
                        time,
                        publicAddress.url() + "/office/kiosks"));
    }
}
