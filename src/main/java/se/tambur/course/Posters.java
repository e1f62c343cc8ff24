package se.tambur.course;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Tongue.Said;
import se.tambur.shared.Pdf;
import se.tambur.shared.QrCode;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;

/** Courses on paper for a wall: tagged PDF/A-2a and PDF/UA-1, each with a code that a phone reads across a hall. */
@Service
class Posters {

    /** Room for a second language, not for a third. */
    static final int MOST_LANGUAGES = 2;

    /** More dates than these are told by the first of them and a number. */
    private static final int MOST_DATES = 6;

    private static final int LONGEST_LEAD = 150;
    private static final double[] SCALES = {1.25, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5};

    private final Courses courses;
    private final Centres centres;
    private final Pictures pictures;
    private final Pdf pdf;
    private final Words words;
    private final Settings settings;
    private final Clock clock;

    Posters(Courses courses, Centres centres, Pictures pictures, Pdf pdf, Words words, Settings settings, Clock clock) {
        this.courses = courses;
        this.centres = centres;
        this.pictures = pictures;
        this.pdf = pdf;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** Paper, standing. */
    enum Size {
        A4(1),
        A5(0.7071);

        private final double factor;

        Size(double factor) {
            this.factor = factor;
        }

        double factor() {
            return factor;
        }
    }

    /**
     * One course on one page, as large as its words let it be.
     *
     * @param languages one or two of {@link Tongue#SPOKEN}, the larger first
     */
    byte[] poster(Course course, Size size, List<String> languages) {
        Plan plan = centres.plan(course.centre());
        List<Tongue> tongues = tongues(plan, languages);
        Tongue first = tongues.getFirst();
        String name = first.said(course.name()).words();
        PosterPage page = page(
                plan,
                first,
                name + " – " + plan.name(),
                first.facts(course.meetings()),
                "",
                size,
                List.of(),
                List.of(offer(course, plan, tongues)));
        byte[] document = {};
        for (double scale : SCALES) {
            document = write("poster", page.at(scale));
            if (pages(document) == 1) {
                break;
            }
        }
        return document;
    }

    /**
     * Every course of a centre that can be joined now or later, for A4.
     *
     * @param languages one or two of {@link Tongue#SPOKEN}, the larger first
     */
    byte[] sheet(CentreId centre, List<String> languages) {
        Plan plan = centres.plan(centre);
        List<Tongue> tongues = tongues(plan, languages);
        Tongue first = tongues.getFirst();
        LocalDate today = today(plan);
        String title = first.say("poster.sheet");
        String made = first.say("poster.made", Map.of("date", first.date(today), "year", today.getYear() + ""));
        List<PosterPage.Heading> headings = tongues.stream()
                .map(tongue -> new PosterPage.Heading(tongue.language(), tongue.dir(), tongue.say("poster.sheet")))
                .toList();
        return write(
                "poster-sheet",
                page(
                        plan,
                        first,
                        title + " – " + plan.name(),
                        made,
                        made,
                        Size.A4,
                        headings,
                        courses.coming(centre, today).stream()
                                .map(course -> offer(course, plan, tongues))
                                .toList()));
    }

    /** What a downloaded poster is called. */
    static String fileName(Course course, Size size) {
        return course.id() + "-" + size.name().toLowerCase(Locale.ROOT) + ".pdf";
    }

    /** What a downloaded sheet is called. */
    String fileName(CentreId centre) {
        return centre.value() + "-kurser-" + today(centres.plan(centre)) + ".pdf";
    }

    private List<Tongue> tongues(Plan plan, List<String> languages) {
        if (languages.isEmpty()
                || languages.size() > MOST_LANGUAGES
                || !Tongue.SPOKEN.containsAll(languages)
                || languages.stream().distinct().count() < languages.size()) {
            throw new IllegalArgumentException("A poster is in one or two languages of ours, not in " + languages);
        }
        return languages.stream()
                .map(language -> new Tongue(words, language, plan.language()))
                .toList();
    }

    private PosterPage page(
            Plan plan,
            Tongue first,
            String title,
            String subject,
            String made,
            Size size,
            List<PosterPage.Heading> headings,
            List<PosterPage.Offer> offers) {
        String contact = Stream.of(plan.contact().address(), plan.contact().phone())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new PosterPage(
                first.language(),
                title,
                subject,
                first.said(plan.name()),
                contact,
                made,
                settings.demo(),
                1,
                size,
                headings,
                offers);
    }

    private PosterPage.Offer offer(Course course, Plan plan, List<Tongue> tongues) {
        Tongue first = tongues.getFirst();
        String address = courses.address(course);
        String typed = address.replaceFirst("^https?://", "");
        return new PosterPage.Offer(
                pictures.svg(course.picture()).map(Posters::data).orElse(null),
                first.say(
                        "poster.picture",
                        Map.of("name", first.said(course.name()).words())),
                data(QrCode.svg(address)),
                first.say("poster.code", Map.of("address", typed)),
                address,
                typed,
                tongues.stream().map(tongue -> part(course, plan, tongue)).toList());
    }

    private PosterPage.Part part(Course course, Plan plan, Tongue tongue) {
        boolean takesPlaces =
                course.signUp() instanceof Course.SignUpWay.Here || course.signUp() instanceof Course.SignUpWay.Link;
        return new PosterPage.Part(
                tongue.language(),
                tongue.dir(),
                tongue.said(course.name()),
                lead(course, tongue),
                tongue.facts(course.meetings()),
                rows(course, plan, tongue),
                tongue.say(takesPlaces ? "poster.scan.join" : "poster.scan.read"),
                tongue.say("poster.how"));
    }

    private static @Nullable Said lead(Course course, Tongue tongue) {
        if (course.text().isEmpty()) {
            return null;
        }
        Said text = tongue.said(course.text());
        BreakIterator sentences = BreakIterator.getSentenceInstance(
                Locale.of(text.language() == null ? tongue.language() : text.language()));
        sentences.setText(text.words());
        String sentence = text.words().substring(0, sentences.next()).strip();
        return sentence.isEmpty() || sentence.length() > LONGEST_LEAD
                ? null
                : new Said(sentence, text.language(), text.dir());
    }

    private List<PosterPage.Row> rows(Course course, Plan plan, Tongue tongue) {
        List<PosterPage.Row> rows = new ArrayList<>();
        rows.add(row(tongue, "phone.when", when(course, plan, tongue), true));
        rows.add(new PosterPage.Row(tongue.say("phone.where"), where(course, plan, tongue), false));
        rows.add(new PosterPage.Row(tongue.say("phone.for"), List.of(fits(course, tongue)), false));
        rows.add(row(tongue, "phone.who", List.of(tongue.say("phone.host." + course.host())), false));
        rows.add(row(tongue, "phone.cost", List.of(tongue.say("phone.cost.nothing")), true));
        String phone = plan.contact().phone();
        if (course.signUp() instanceof Course.SignUpWay.DropIn) {
            rows.add(row(tongue, "poster.place", List.of(tongue.say("phone.join.drop-in")), false));
        } else if (course.signUp() instanceof Course.SignUpWay.Call && phone != null) {
            rows.add(new PosterPage.Row(
                    tongue.say("phone.join.call"), List.of(new Said(phone, tongue.language(), "ltr")), false));
        }
        return rows;
    }

    private static PosterPage.Row row(Tongue tongue, String label, List<String> lines, boolean listed) {
        return new PosterPage.Row(
                tongue.say(label),
                lines.stream().map(line -> new Said(line, null, null)).toList(),
                listed);
    }

    private List<String> when(Course course, Plan plan, Tongue tongue) {
        List<Course.Meeting> meetings = course.meetings();
        LocalDate today = today(plan);
        List<String> lines = new ArrayList<>();
        if (meetings.size() == 1 || meetings.size() > MOST_DATES) {
            lines.add(tongue.facts(meetings));
        } else {
            lines.add(tongue.rhythm(meetings));
            lines.add(tongue.dates(meetings.stream().map(Course.Meeting::day).toList(), today));
        }
        LocalDate opens = course.opens();
        if (opens != null && opens.isAfter(today)) {
            lines.add(tongue.say("poster.opens", Map.of("date", tongue.date(opens))));
        }
        return lines;
    }

    private static List<Said> where(Course course, Plan plan, Tongue tongue) {
        String web = course.web();
        if (web != null) {
            return List.of(
                    new Said(tongue.say("poster.web"), null, null),
                    new Said(String.valueOf(URI.create(web).getHost()), tongue.language(), "ltr"));
        }
        return Stream.of(course.place(), plan.contact().address())
                .filter(Objects::nonNull)
                .map(tongue::said)
                .toList();
    }

    /** On one line; what the centre has not said in this language makes the whole line be in its first. */
    private Said fits(Course course, Tongue tongue) {
        List<String> groups = new ArrayList<>();
        for (Plan.Age age : centres.ages(course.centre())) {
            if (course.ages().contains(age.id())) {
                String name = tongue.said(age.name()).words();
                groups.add(
                        age.span().isEmpty()
                                ? name
                                : name + " (" + tongue.said(age.span()).words() + ")");
            }
        }
        if (course.expecting()) {
            groups.add(tongue.say("phone.for.expecting"));
        }
        if (groups.isEmpty()) {
            groups.add(tongue.say("phone.for.everyone"));
        }
        return new Said(String.join(" · ", groups), null, null);
    }

    private LocalDate today(Plan plan) {
        return LocalDate.ofInstant(clock.instant(), plan.zone());
    }

    private byte[] write(String template, PosterPage page) {
        return pdf.of(
                template,
                Map.of(
                        "page", page,
                        "demo", words.say(page.language(), "phone.demo"),
                        "none", words.say(page.language(), "phone.courses.none")),
                Locale.of(page.language()));
    }

    private static String data(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static int pages(byte[] document) {
        try (PDDocument read = Loader.loadPDF(document)) {
            return read.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
