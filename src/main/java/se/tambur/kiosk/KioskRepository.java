package se.tambur.kiosk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tambur.centre.CentreId;

/** The rows of tablets, their tokens and the codes that pair them. */
@Repository
class KioskRepository {

    private final JdbcClient jdbc;

    KioskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A tablet as the office knows it. */
    record Row(
            String id,
            CentreId centre,
            String name,
            boolean paused,
            Instant firstPaired,
            @Nullable Instant revoked,
            @Nullable Instant lastContact,
            int queue,
            @Nullable String version,
            @Nullable String screen,
            Hardware hardware,
            @Nullable Instant missedSince) {}

    /** What a token says of its bearer. */
    record Bearer(
            Device device,
            boolean revoked,
            Instant madeAt,
            @Nullable Instant usedAt,
            @Nullable Instant goodUntil) {}

    /** A pairing code that has been used up. */
    record Code(CentreId centre, @Nullable String name) {}

    void keepCode(String hash, CentreId centre, @Nullable String name, Instant goodUntil, Instant now) {
        jdbc.sql("delete from pairing_code where good_until < ?").param(at(now)).update();
        jdbc.sql("insert into pairing_code (hash, centre, name, good_until) values (?, ?, ?, ?)")
                .param(hash)
                .param(centre.value())
                .param(name)
                .param(at(goodUntil))
                .update();
    }

    boolean waits(String hash, Instant now) {
        return jdbc.sql("select count(*) from pairing_code where hash = ? and good_until > ?")
                        .params(hash, at(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes a code out; of two who try at once only one gets it. */
    Optional<Code> useCode(String hash, Instant now) {
        Optional<Code> code = jdbc.sql("select centre, name from pairing_code where hash = ? and good_until > ?")
                .params(hash, at(now))
                .query((row, n) -> new Code(new CentreId(row.getString("centre")), row.getString("name")))
                .optional();
        boolean ours =
                jdbc.sql("delete from pairing_code where hash = ?").param(hash).update() == 1;
        return ours ? code : Optional.empty();
    }

    void add(String id, CentreId centre, String name, Instant now) {
        jdbc.sql("""
                insert into kiosk (id, centre, name, paused, first_paired_at, paired_at, queue)
                values (?, ?, ?, false, ?, ?, 0)""").params(id, centre.value(), name, at(now), at(now)).update();
    }

    /** The same tablet is back, perhaps by another name; what it was told before no longer holds. */
    void pairAgain(String id, String name, Instant now) {
        jdbc.sql(
                        "update kiosk set name = ?, paired_at = ?, revoked_at = null, paused = false, command = null where id = ?")
                .params(name, at(now), id)
                .update();
        jdbc.sql("update kiosk_token set good_until = ? where kiosk = ? and (good_until is null or good_until > ?)")
                .params(at(now), id, at(now))
                .update();
    }

    Optional<Row> find(CentreId centre, String id) {
        return jdbc.sql("select * from kiosk where centre = ? and id = ?")
                .params(centre.value(), id)
                .query((row, n) -> row(row))
                .optional();
    }

    List<Row> paired(CentreId centre) {
        return jdbc.sql("select * from kiosk where centre = ? and revoked_at is null")
                .param(centre.value())
                .query((row, n) -> row(row))
                .list();
    }

    boolean revoke(CentreId centre, String id, Instant now) {
        return jdbc.sql(
                                "update kiosk set revoked_at = ?, missed_since = null where centre = ? and id = ? and revoked_at is null")
                        .params(at(now), centre.value(), id)
                        .update()
                == 1;
    }

    boolean restore(CentreId centre, String id) {
        return jdbc.sql("update kiosk set revoked_at = null where centre = ? and id = ? and revoked_at is not null")
                        .params(centre.value(), id)
                        .update()
                == 1;
    }

    boolean rename(CentreId centre, String id, String name) {
        return jdbc.sql("update kiosk set name = ? where centre = ? and id = ?")
                        .params(name, centre.value(), id)
                        .update()
                == 1;
    }

    boolean pause(CentreId centre, String id, boolean paused) {
        return jdbc.sql("update kiosk set paused = ?, command = ? where centre = ? and id = ?")
                        .params(paused, paused ? "pause" : "resume", centre.value(), id)
                        .update()
                == 1;
    }

    boolean command(CentreId centre, String id, String command) {
        return jdbc.sql("update kiosk set command = ? where centre = ? and id = ? and revoked_at is null")
                        .params(command, centre.value(), id)
                        .update()
                == 1;
    }

    /** The command is on its way; another one given meanwhile stays. */
    void commanded(String id, String command) {
        jdbc.sql("update kiosk set command = null where id = ? and command = ?")
                .params(id, command)
                .update();
    }

    void heard(String id, Instant lastContact, int queue, String version, @Nullable String screen, Hardware hardware) {
        jdbc.sql("""
                        update kiosk set last_contact = ?, queue = ?, version = ?, screen = ?,
                               display_width = ?, display_height = ?, battery = ?, charging = ?
                        where id = ?""")
                .param(at(lastContact))
                .param(queue)
                .param(version)
                .param(screen)
                .param(hardware.width())
                .param(hardware.height())
                .param(hardware.battery())
                .param(hardware.charging())
                .param(id)
                .update();
    }

    void heard(String id, Instant lastContact) {
        jdbc.sql("update kiosk set last_contact = ? where id = ?")
                .params(at(lastContact), id)
                .update();
    }

    /** @return whether it is news: of several servers one is the first to say so */
    boolean missed(String id, Instant since) {
        return jdbc.sql(
                                "update kiosk set missed_since = ? where id = ? and missed_since is null and revoked_at is null")
                        .params(at(since), id)
                        .update()
                == 1;
    }

    /** @return whether it is news */
    boolean back(String id) {
        return jdbc.sql("update kiosk set missed_since = null where id = ? and missed_since is not null")
                        .param(id)
                        .update()
                == 1;
    }

    void addToken(String hash, String kiosk, Instant now) {
        jdbc.sql("insert into kiosk_token (hash, kiosk, made_at) values (?, ?, ?)")
                .params(hash, kiosk, at(now))
                .update();
    }

    Optional<Bearer> bearer(String hash) {
        return jdbc.sql("""
                select t.made_at, t.used_at, t.good_until, k.id, k.centre, k.name, k.paused, k.command,
                       k.first_paired_at, k.revoked_at
                from kiosk_token t join kiosk k on k.id = t.kiosk where t.hash = ?""")
                .param(hash)
                .query((row, n) -> new Bearer(
                        new Device(
                                row.getString("id"),
                                new CentreId(row.getString("centre")),
                                row.getString("name"),
                                row.getBoolean("paused"),
                                row.getString("command"),
                                moment(row, "first_paired_at")),
                        perhaps(row, "revoked_at") != null,
                        moment(row, "made_at"),
                        perhaps(row, "used_at"),
                        perhaps(row, "good_until")))
                .optional();
    }

    /** A token is used for the first time: the tablet holds it, so older ones have had their time. */
    void takesOver(String hash, String kiosk, Instant madeAt, Instant now, Instant overlap) {
        jdbc.sql("update kiosk_token set used_at = ? where hash = ? and used_at is null")
                .params(at(now), hash)
                .update();
        jdbc.sql("update kiosk_token set good_until = ? where kiosk = ? and made_at < ? and good_until is null")
                .params(at(overlap), kiosk, at(madeAt))
                .update();
    }

    /** Whether a token was handed out since a moment and may still be on its way. */
    boolean handedSince(String kiosk, Instant since) {
        return jdbc.sql("select count(*) from kiosk_token where kiosk = ? and made_at > ?")
                        .params(kiosk, at(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Lets go of tokens that ended and of clocks last heard of before a moment. */
    void forget(Instant before) {
        jdbc.sql("delete from kiosk_token where good_until < ?")
                .param(at(before))
                .update();
        jdbc.sql("delete from kiosk_clock where received_to < ?")
                .param(at(before))
                .update();
    }

    Optional<PinRow> pin(CentreId centre) {
        return jdbc.sql("select pin, salt from kiosk_pin where centre = ?")
                .param(centre.value())
                .query((row, n) -> new PinRow(row.getString("pin"), row.getString("salt")))
                .optional();
    }

    /** Keeps the first that is given; of two at once one wins. */
    void keepPin(CentreId centre, String pin, String salt) {
        jdbc.sql("insert into kiosk_pin (centre, pin, salt) values (?, ?, ?) on conflict do nothing")
                .params(centre.value(), pin, salt)
                .update();
    }

    void changePin(CentreId centre, String pin, String salt) {
        jdbc.sql("update kiosk_pin set pin = ?, salt = ? where centre = ?")
                .params(pin, salt, centre.value())
                .update();
    }

    /** @param salt in Base64 */
    record PinRow(String pin, String salt) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                new CentreId(row.getString("centre")),
                row.getString("name"),
                row.getBoolean("paused"),
                moment(row, "first_paired_at"),
                perhaps(row, "revoked_at"),
                perhaps(row, "last_contact"),
                row.getInt("queue"),
                row.getString("version"),
                row.getString("screen"),
                new Hardware(
                        row.getObject("display_width", Integer.class),
                        row.getObject("display_height", Integer.class),
                        row.getObject("battery", Integer.class),
                        row.getObject("charging", Boolean.class)),
                perhaps(row, "missed_since"));
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
