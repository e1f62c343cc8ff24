package se.tambur.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.tambur.Tambur;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.house.House;
import se.tambur.report.ReportPeriod;
import se.tambur.report.Reports;
import se.tambur.visit.Imports;

/** How long a month takes, as a PDF and as numbers, and that old years cost nothing. */
final class ReportPart implements Part {

    private static final YearMonth MONTH =
            YearMonth.now(ZoneId.of("Europe/Stockholm")).minusMonths(1);
    private static final CentreId LEKLADAN = new CentreId("lekladan");
    private static final Locale SWEDISH = Locale.of("sv");

    @Override
    public void measure(Sheet sheet) throws Exception {
        pdfs(sheet);
        summaries(sheet, 1);
        summaries(sheet, 10);
    }

    private static void pdfs(Sheet sheet) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        try (House house = House.fresh()) {
            byte[] history = years(0, 1).getBytes(StandardCharsets.UTF_8);
            var taken = house.control("POST", "import?centre=lekladan&file=history.csv", history);
            if (taken.statusCode() != 200) {
                throw new IllegalStateException("import: " + new String(taken.body(), StandardCharsets.UTF_8));
            }
            for (int i = 0; i < sheet.rounds(3); i++) {
                house.stop();
                house.open();
                first.add(pdf(house));
                for (int j = 0; j < 25; j++) {
                    pdf(house);
                }
                warm.add(median(11, () -> pdf(house)));
            }
        }
        sheet.line("month PDF over the control address, first after start", "ms", Budget.atMost(2_000), first);
        sheet.line("month PDF over the control address, warm", "ms", Budget.atMost(150), warm);
    }

    private static double pdf(House house) throws Exception {
        long from = System.nanoTime();
        var answer = house.control("GET", "report?centre=lekladan&format=pdf&period=" + MONTH);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("report: " + answer.statusCode());
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static void summaries(Sheet sheet, int centres) throws Exception {
        Path home = Files.createTempDirectory("tambur-years");
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(Tambur.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tambur.home=" + home,
                        "--vaadin.productionMode=true",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off")) {
            List<CentreId> all = found(house.getBean(Centres.class), centres);
            Reports reports = house.getBean(Reports.class);
            Map<Integer, List<Double>> byYears = new LinkedHashMap<>();
            int taken = 0;
            for (int years : sheet.quick() ? new int[] {1, 5} : new int[] {1, 5, 20}) {
                for (CentreId centre : all) {
                    house.getBean(Imports.class)
                            .take(
                                    centre,
                                    years + ".csv",
                                    years(taken, years).getBytes(StandardCharsets.UTF_8),
                                    "bench",
                                    percent -> {});
                }
                taken = years;
                median(taken == 1 ? 400 : 100, () -> month(reports));
                List<Double> rounds = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    rounds.add(median(41, () -> month(reports)));
                }
                byYears.put(years, rounds);
            }
            String where = centres == 1 ? "1 centre" : centres + " centres";
            byYears.forEach((years, rounds) -> sheet.line(
                    "month's numbers, " + where + ", " + years + (years == 1 ? " year" : " years"),
                    "ms",
                    Budget.atMost(20),
                    rounds));
            int longest = taken;
            sheet.line(
                    "  " + longest + " years against 1",
                    "x",
                    Budget.atMost(1.2),
                    List.of(middle(byYears.getOrDefault(longest, List.of()))
                            / middle(byYears.getOrDefault(1, List.of()))));
            if (centres == 1) {
                median(30, () -> inProcess(reports));
                List<Double> rounds = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    rounds.add(median(9, () -> inProcess(reports)));
                }
                sheet.line("month PDF in process, warm, " + longest + " years", "ms", Budget.atMost(150), rounds);
            }
        }
    }

    /** Lekladan and others like it. */
    private static List<CentreId> found(Centres centres, int number) throws Exception {
        String plan = Files.readString(Path.of("kiosk-config/centres/lekladan.yaml"));
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    if (i == 0) {
                        return LEKLADAN;
                    }
                    String id = "lekladan-" + i;
                    centres.adopt(
                            id + ".yaml", plan.replaceFirst("(?m)^(\\s+id: )lekladan\\b", "$1" + id), null, "bench");
                    return new CentreId(id);
                })
                .toList();
    }

    private static double month(Reports reports) {
        long from = System.nanoTime();
        if (reports.month(LEKLADAN, MONTH).visits() == 0) {
            throw new IllegalStateException("An empty month is no measure");
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static double inProcess(Reports reports) {
        long from = System.nanoTime();
        if (reports.pdf(LEKLADAN, ReportPeriod.of(MONTH), SWEDISH).length == 0) {
            throw new IllegalStateException("An empty PDF is no measure");
        }
        return (System.nanoTime() - from) / 1e6;
    }

    /**
     * History until the end of the month that is looked at, from {@code to} years before its start until {@code from}
     * years before. The first year has thirteen months, so that "same month last year" costs the same for all.
     */
    private static String years(int from, int to) {
        LocalDate end = from == 0
                ? MONTH.atEndOfMonth().plusDays(1)
                : MONTH.minusYears(from).atDay(1);
        return History.csv(MONTH.minusYears(to).atDay(1), end);
    }

    @FunctionalInterface
    private interface Timed {
        double millis() throws Exception;
    }

    private static double median(int times, Timed deed) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            millis.add(deed.millis());
        }
        return middle(millis);
    }

    private static double middle(List<Double> numbers) {
        return Sheet.median(
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }
}
