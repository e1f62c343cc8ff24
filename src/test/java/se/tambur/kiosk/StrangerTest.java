package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** What comes to the tablets' doors that no tablet sends. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class StrangerTest {

    private static final String ADDRESS = "203.0.113.199";
    private static final String AGENT = "Marked-Agent-7f3a9c";
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "-1",
            "0.5",
            "1e400",
            "99999999999999999999999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"Å\"",
            "\"' or 1=1 --\"",
            "[]",
            "{}",
            "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
            "{\"id\": {}}",
            "\"2026-02-30T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"");

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private JdbcTemplate jdbc;

    private DoorTablet paired() {
        clock.set("2026-11-24T10:12");
        CentreId centre = DoorTablet.centre(centres);
        DoorTablet tablet = new DoorTablet(house, clock);
        tablet.pair(kiosks.newCode(centre, null, "Astrid").code());
        return tablet;
    }

    @Test
    void tenThousandStrangeBodiesLeaveNoRowAndFindNoWeakSpot(CapturedOutput log) {
        DoorTablet tablet = paired();
        List<Integer> before = rows();
        var random = new Random(20261124);
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            String body = strange(tablet, random);
            String path = random.nextInt(10) == 0 ? "/api/kiosk/v1/pair" : "/api/kiosk/v1/sync";

            MockHttpServletResponse answer = tablet.send(MockMvcRequestBuilders.post(path)
                    .header("X-Tambur", "kiosk")
                    .contentType("application/json")
                    .content(
                            body.getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)));

            answers.merge(answer.getStatus(), 1, Integer::sum);
            String said = DoorTablet.text(answer);
            assertThat(answer.getStatus()).as(body).isLessThan(500);
            assertThat(said).as(body).doesNotContain("Exception", "se.tambur", "\tat ");
            if (answer.getStatus() == 200) {
                assertThat(said).as(body).doesNotContain("\"stored\"", "\"held\"");
            }
        }
        assertThat(rows()).isEqualTo(before);
        // it got past the door and it got stuck there, each often enough to say something
        assertThat(answers.getOrDefault(200, 0)).isGreaterThan(1000);
        assertThat(answers.getOrDefault(400, 0)).isGreaterThan(1000);
        assertThat(log.getOut()).doesNotContain("ERROR");
    }

    /** An envelope whose one event is of no known type, changed here and there: nothing in it can ever be stored. */
    private static String strange(DoorTablet tablet, Random random) {
        String event = tablet.event(
                UUID.randomUUID(),
                "earthquake",
                "\"activity\": \"sang\", \"adults\": 1, \"expecting\": false, \"children\": {\"2y\": 1}, \"of\": \""
                        + UUID.randomUUID()
                        + "\", \"question\": \"bemotande\", \"answer\": 4, \"by\": \"adult\"");
        String body = tablet.envelope(List.of(event));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            body = changed(body, random);
        }
        return body;
    }

    private static String changed(String body, Random random) {
        if (body.isEmpty()) {
            return "{";
        }
        int at = random.nextInt(body.length());
        return switch (random.nextInt(5)) {
            case 0 -> body.substring(0, at);
            case 1 -> body.substring(0, at) + (char) random.nextInt(0xD800) + body.substring(at + 1);
            case 2 -> body.substring(0, at) + body.substring(random.nextInt(body.length()));
            case 3 -> {
                int colon = body.indexOf(": ", at);
                int end = colon < 0 ? -1 : body.indexOf(',', colon);
                yield end < 0 ? body : body.substring(0, colon + 2) + junk(random) + body.substring(end);
            }
            default -> junk(random);
        };
    }

    private static String junk(Random random) {
        return JUNK.get(random.nextInt(JUNK.size()));
    }

    private List<Integer> rows() {
        return List.of(
                        "check_in",
                        "check_in_child",
                        "receipt",
                        "tally",
                        "answer_sum",
                        "answer_receipt",
                        "kiosk",
                        "kiosk_token")
                .stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }

    @Test
    void whoVisitsLeavesNoAddressNoAgentAndNoIdInAnyLogNorTable(CapturedOutput log) {
        DoorTablet tablet = paired();
        UUID visit = UUID.randomUUID();
        UUID poison = UUID.randomUUID();
        String body =
                tablet.envelope(List.of(tablet.family(visit), tablet.event(poison, "earthquake", "\"adults\": 1")));
        for (String path : List.of("sync", "pair", "state", "nowhere")) {
            for (String sent : List.of(body, "{", "{\"code\": \"ABCDEFGH\"}")) {
                tablet.send(MockMvcRequestBuilders.post("/api/kiosk/v1/" + path)
                        .header("X-Tambur", "kiosk")
                        .header("User-Agent", AGENT)
                        .header("X-Forwarded-For", ADDRESS)
                        .contentType("application/json")
                        .content(sent)
                        .with(request -> {
                            request.setRemoteAddr(ADDRESS);
                            return request;
                        }));
            }
        }
        assertThat(everything()).doesNotContain(ADDRESS).doesNotContain(AGENT);
        assertThat(log.getAll())
                .doesNotContain(ADDRESS)
                .doesNotContain(AGENT)
                .doesNotContain(visit.toString())
                .doesNotContain(poison.toString());
    }

    /** Every value of every row of every table, as text. */
    private String everything() {
        List<@Nullable String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'", String.class);
        assertThat(tables).contains("check_in", "kiosk", "receipt");
        var all = new ArrayList<String>();
        for (@Nullable String table : tables) {
            jdbc.query("select * from \"" + table + "\"", row -> {
                ResultSetMetaData columns = row.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    all.add(String.valueOf(row.getString(i)));
                }
            });
        }
        return String.join("\n", all);
    }

    @Test
    void headersThatNoTabletSendsAreAnsweredCalmly() {
        DoorTablet tablet = paired();
        for (Map.Entry<String, String> header : Map.of(
                        "Accept", "application/xml",
                        "Accept-Encoding", "*;q=0",
                        "Cookie", "__Host-kiosk=\"; a=b; =; __Host-kiosk=",
                        "If-None-Match", "\"\\\"",
                        "X-Forwarded-For", "not an address",
                        "Content-Type", "application/json; charset=nonsense")
                .entrySet()) {
            var state = MockMvcRequestBuilders.get("/api/kiosk/v1/state").header(header.getKey(), header.getValue());
            var sync = MockMvcRequestBuilders.post("/api/kiosk/v1/sync")
                    .header("X-Tambur", "kiosk")
                    .content(tablet.envelope(List.of()));
            if (!header.getKey().equals("Content-Type")) {
                sync.contentType("application/json");
            }
            assertThat(tablet.send(state).getStatus()).as(header.getKey()).isLessThan(500);
            assertThat(tablet.send(sync.header(header.getKey(), header.getValue()))
                            .getStatus())
                    .as(header.getKey())
                    .isLessThan(500);
        }
    }
}
