package se.tambur.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A programme that differs from week to week, made in the office alone, and seen at the door day by day. */
@Tag("browser")
class MonthByHandTest {

    /** Next to nothing: one age group, open play, and no day on which the house is open. */
    private static final String EMPTY = """
            centre: {id: lekladan, name: Lekladan, timezone: Europe/Stockholm, languages: [sv, en], capacity: 40}
            ages: [{id: 1y, picture: chick, name: {sv: 1 år}}]
            activities:
              - {id: oppen-lek, picture: teddy, name: {sv: Öppen lek}}
            week: {}
            kiosk: {idle-seconds: 10}
            """;

    /** On paper beforehand: what each day of June 2028 is to be. A day that is not here is closed. */
    private static final Map<String, String> JUNE = days("""
            01 13:00-16:00 oppen-lek
            07 09:00-12:00 oppen-lek sangstund@10:00-10:30
            08 13:00-16:00 oppen-lek
            13 09:00-12:00 oppen-lek | 13:00-16:00 oppen-lek
            14 09:00-12:00 oppen-lek sangstund@10:00-10:30 tandskoterskan@10:30-11:30
            15 10:00-13:00 Picknick i parken: oppen-lek
            19 09:00-12:00 oppen-lek
            20 09:00-12:00 oppen-lek | 13:00-16:00 oppen-lek
            21 09:00-11:00 oppen-lek sangstund@10:00-10:30
            22 13:00-16:00 oppen-lek
            26 09:00-12:00 oppen-lek
            27 09:00-12:00 oppen-lek | 13:00-16:00 oppen-lek
            28 09:00-12:00 oppen-lek sangstund@10:00-10:30
            29 13:00-16:00 oppen-lek
            """);

    @Test
    void aMonthOfSuchDaysIsMadeFromAnEmptyHouseAndTheTabletShowsEachOfThemRight() {
        try (House house = House.at("2028-05-22T08:00", Config.of("lekladan.yaml", EMPTY));
                Chromium inTheOffice = Chromium.office("sv-SE");
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Tablet tablet = Tablet.pair(house)) {
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.newCode());
            Planner planner =
                    new Planner(new Office(inTheOffice.context().pages().getFirst())
                            .settleIn(house)
                            .page());
            assertThat(planned(tablet)).isEmpty();

            planner.go(house, "activities");
            planner.newActivity("Sångstund");
            planner.newActivity("Tandsköterskan");
            planner.save("Spara aktiviteterna");

            planner.go(house, "week");
            planner.session("monday", "09:00", "12:00", "Öppen lek");
            planner.session("tuesday", "09:00", "12:00", "Öppen lek");
            planner.session("tuesday", "13:00", "16:00", "Öppen lek");
            planner.session("wednesday", "09:00", "12:00", "Öppen lek");
            planner.activity(planner.weekday("wednesday"), "Sångstund", "10:00", "10:30");
            planner.session("thursday", "13:00", "16:00", "Öppen lek");
            planner.save("Spara veckan");

            planner.go(house, "days");
            Page page = planner.page();
            page.getByText("Röda dagar är stängda").click();
            page.getByText("Aftnar, klämdagar och röda dagar").click();
            page.getByText("måndag 5 juni 2028, Klämdag").click();
            planner.press("Nästa månad");
            assertThat(planner.day("2028-06-06")).containsText("Sveriges nationaldag");

            planner.change("2028-06-12", "stängd");
            planner.write("Anledning", "Planeringsdag");
            planner.press("Klar");
            planner.change("2028-06-14", Planner.OWN_HOURS);
            planner.activity(planner.dialog(), "Tandsköterskan", "10:30", "11:30");
            planner.press("Klar");
            planner.change("2028-06-15", Planner.OWN_HOURS);
            planner.write("Vad dagen heter", "Picknick i parken");
            planner.time(planner.dialog(), "Öppnar", "10:00");
            planner.time(planner.dialog(), "Stänger", "13:00");
            planner.press("Klar");
            planner.change("2028-06-21", Planner.OWN_HOURS);
            planner.time(planner.dialog(), "Stänger", "11:00");
            planner.press("Klar");
            planner.press("Spara dagarna");
            assertThat(page.getByText("Allt är sparat.")).isVisible();

            assertThat(planned(tablet)).isEqualTo(JUNE);

            // the bridge day and the national day after it
            look(house, door, "2028-06-05T10:05");
            assertClosed(door, "Öppnar onsdag 7 juni kl. 9.00");
            look(house, door, "2028-06-14T10:35");
            assertThat(door.activity("tandskoterskan")).isVisible();
            look(house, door, "2028-06-21T10:05");
            assertThat(door.activity("sangstund")).isVisible();
            assertThat(door.activity("tandskoterskan")).isHidden();
            // half an hour after it closed nobody is late any more; by the week it would be open
            look(house, door, "2028-06-21T11:35");
            assertClosed(door, "Öppnar torsdag 22 juni kl. 13.00");
        }
    }

    private static void look(House house, Door door, String local) {
        house.move(local);
        door.page().reload();
    }

    /** The screen goes to sleep when nobody has touched it for a while. */
    private static void assertClosed(Door door, String next) {
        assertThat(door.page().getByText("Vi har stängt just nu"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(door.page().getByText(next)).isVisible();
    }

    /** What the tablet has been told of June. */
    private static Map<String, String> planned(Tablet tablet) {
        Map<String, String> days = new LinkedHashMap<>();
        for (JsonNode session : tablet.state().get("sessions")) {
            LocalDate day = LocalDate.parse(session.get("day").asString());
            if (day.getMonthValue() == 6) {
                days.merge(day.toString().substring(8), said(session), (one, other) -> one + " | " + other);
            }
        }
        return days;
    }

    private static String said(JsonNode session) {
        String name = session.has("name") ? " " + session.get("name").get("sv").asString() + ":" : "";
        String activities = session.get("activities")
                .valueStream()
                .map(MonthByHandTest::held)
                .collect(Collectors.joining());
        return session.get("opens").asString() + "-" + session.get("closes").asString() + name + activities;
    }

    private static String held(JsonNode activity) {
        String times = activity.has("from")
                ? "@" + activity.get("from").asString() + "-"
                        + activity.get("to").asString()
                : "";
        return " " + activity.get("id").asString() + times;
    }

    private static Map<String, String> days(String lines) {
        Map<String, String> days = new LinkedHashMap<>();
        lines.lines().forEach(line -> days.put(line.substring(0, 2), line.substring(3)));
        return days;
    }
}
