package se.tambur.kiosk;

import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanChanged;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.CoursesChanged;
import se.tambur.course.PublicAddress;
import se.tambur.course.Seats;
import se.tambur.feedback.Goal;
import se.tambur.presence.Presence;
import se.tambur.shared.QrCode;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;
import se.tambur.signup.SignUps;
import se.tambur.visit.Party;
import se.tambur.visit.VisitsChanged;

/** Puts the tablets' world together and keeps it, so that the usual answer "nothing new" costs next to nothing. */
@Component
class TabletStates {

    static final int PIN_ITERATIONS = 100_000;

    private static final int DAYS_AHEAD = 90;

    /** The sign changes by itself when a session ends; it is asked for this often without any news. */
    private static final Duration FULL_FOR = Duration.ofSeconds(5);

    private final Centres centres;
    private final Courses courses;
    private final SignUps signUps;
    private final PublicAddress publicAddress;
    private final Presence presence;
    private final Words words;
    private final Kiosks kiosks;
    private final DataEpoch dataEpoch;
    private final Settings house;
    private final KioskSettings settings;
    private final Clock clock;
    private final Map<CentreId, Common> common = new ConcurrentHashMap<>();
    private final Map<CentreId, Full> full = new ConcurrentHashMap<>();
    private final Map<String, TabletState.Pin> pins = new ConcurrentHashMap<>();

    TabletStates(
            Centres centres,
            Courses courses,
            SignUps signUps,
            PublicAddress publicAddress,
            Presence presence,
            Words words,
            Kiosks kiosks,
            DataEpoch dataEpoch,
            Settings house,
            KioskSettings settings,
            Clock clock) {
        this.centres = centres;
        this.courses = courses;
        this.signUps = signUps;
        this.publicAddress = publicAddress;
        this.presence = presence;
        this.words = words;
        this.kiosks = kiosks;
        this.dataEpoch = dataEpoch;
        this.house = house;
        this.settings = settings;
        this.clock = clock;
    }

    /** What all tablets of a centre share on a day, written out once for all of them, and its fingerprint. */
    private record Common(SharedRest rest, LocalDate day, Instant made, String print) {}

    private record Full(boolean is, Instant asked) {}

    /** What one tablet sees now, not yet written out. */
    record Seen(String tag, Tablet kiosk, boolean full, String dataEpoch, SharedRest rest) {

        /** The answer's beginning: what is this tablet's own, and the time, which does not change the tag. */
        byte[] beginning(Instant serverTime) {
            byte[] all = Answer.bytes(new Beginning(tag, serverTime.toString(), dataEpoch, kiosk, full));
            all[all.length - 1] = ',';
            return all;
        }
    }

    record Tablet(String name, boolean paused) {}

    private record Beginning(String tag, String serverTime, String dataEpoch, Tablet kiosk, boolean full) {}

    Seen of(Device device) {
        Common shared = common(device.centre());
        boolean isFull = full(device.centre());
        String epoch = dataEpoch.value();
        String tag = fingerprint(String.join("\n", shared.print(), device.name(), device.paused() + " " + isFull, epoch)
                .getBytes(StandardCharsets.UTF_8));
        return new Seen(tag, new Tablet(device.name(), device.paused()), isFull, epoch, shared.rest());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PinChanged event) {
        common.remove(event.centre());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PlanChanged event) {
        common.remove(event.centre());
    }

    /** A place taken or given back, a course published or called off: the next question has another answer. */
    @EventListener
    void on(CoursesChanged event) {
        common.remove(event.centre());
    }

    @EventListener
    void on(VisitsChanged event) {
        full.remove(event.centre());
    }

    private boolean full(CentreId centre) {
        Instant now = clock.instant();
        return full.compute(
                        centre,
                        (id, before) -> fresh(before == null ? null : before.asked(), now, FULL_FOR)
                                ? Objects.requireNonNull(before)
                                : new Full(presence.full(centre, now), now))
                .is();
    }

    private Common common(CentreId centre) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, centres.timetable(centre).zone());
        return common.compute(
                centre,
                (id, before) ->
                        before != null && before.day().equals(day) && fresh(before.made(), now, settings.stateFor())
                                ? before
                                : made(centre, day, now));
    }

    private static boolean fresh(@Nullable Instant made, Instant now, Duration limit) {
        return made != null && !made.isAfter(now) && made.plus(limit).isAfter(now);
    }

    private Common made(CentreId centre, LocalDate day, Instant now) {
        Plan plan = centres.plan(centre);
        Map<String, Seats> seats = signUps.seats(centre);
        List<TabletState.Offer> offers = courses.open(centre, day).stream()
                .filter(course -> course.level() == Plan.Level.UNIVERSAL)
                .map(course -> offer(course, seats.get(course.id())))
                .toList();
        TabletState state = state(
                plan, centres.timetable(centre), day, pin(kiosks.pinRow(centre)), offers, words(plan.languages()));
        byte[] written = Answer.bytes(state);
        return new Common(
                SharedRest.of(Arrays.copyOfRange(written, 1, written.length)), day, now, fingerprint(written));
    }

    /** The tablets' world by a plan that nobody has saved, to be read in one language: no courses, no door for staff. */
    TabletState draft(Plan plan, LocalDate day, String language) {
        var nobody = new TabletState.Pin("", 0, "");
        Set<String> read = new LinkedHashSet<>(List.of(plan.language(), language));
        return state(plan, Timetable.of(plan), day, nobody, List.of(), words(read));
    }

    private TabletState state(
            Plan plan,
            Timetable timetable,
            LocalDate day,
            TabletState.Pin pin,
            List<TabletState.Offer> offers,
            Map<String, Map<String, String>> said) {
        return new TabletState(
                house.demo(),
                new TabletState.House(
                        plan.id().value(),
                        plan.name(),
                        plan.zone().getId(),
                        plan.capacity(),
                        plan.languages(),
                        plan.contact().phone(),
                        publicAddress.url(),
                        perhaps(plan.kiosk().welcome())),
                pin,
                plan.languages().stream().map(this::language).toList(),
                said,
                plan.ages().stream().map(TabletStates::age).toList(),
                activities(plan, timetable, day),
                openings(timetable, day),
                offers,
                Arrays.stream(Goal.values())
                        .map(goal -> new TabletState.Question(goal.id(), said(plan.languages(), goal.questionKey())))
                        .toList(),
                timers(plan));
    }

    /** A tap on anything else at the door would reveal a need. */
    private static boolean isPublic(Plan.Activity activity) {
        return activity.kiosk() && activity.level() == Plan.Level.UNIVERSAL;
    }

    /** Those of today's plan, and those that a version holding from a coming day brings. */
    private List<TabletState.Activity> activities(Plan plan, Timetable timetable, LocalDate today) {
        Map<String, Plan.Activity> all = new LinkedHashMap<>();
        plan.activities().stream()
                .filter(TabletStates::isPublic)
                .forEach(activity -> all.put(activity.id().value(), activity));
        today.datesUntil(today.plusDays(DAYS_AHEAD + 1L))
                .flatMap(day -> timetable.sessions(day).stream())
                .flatMap(session -> session.activities().stream())
                .map(Session.Held::activity)
                .filter(TabletStates::isPublic)
                .forEach(activity -> all.putIfAbsent(activity.id().value(), activity));
        return all.values().stream().map(TabletStates::activity).toList();
    }

    private static TabletState.Activity activity(Plan.Activity activity) {
        return new TabletState.Activity(
                activity.id().value(),
                activity.picture(),
                activity.name().byLanguage(),
                perhaps(activity.note()),
                activity.ages().stream().map(AgeId::value).sorted().toList());
    }

    private static TabletState.Age age(Plan.Age age) {
        return new TabletState.Age(age.id().value(), age.picture(), age.name().byLanguage(), perhaps(age.span()));
    }

    private static List<TabletState.Opening> openings(Timetable timetable, LocalDate today) {
        return today.datesUntil(today.plusDays(DAYS_AHEAD + 1L))
                .flatMap(day -> timetable.sessions(day).stream())
                .flatMap(session -> opening(session).stream())
                .toList();
    }

    /** A session that holds only what is not for the door stays away from it. */
    private static Optional<TabletState.Opening> opening(Session session) {
        List<TabletState.Occasion> held = session.activities().stream()
                .filter(each -> isPublic(each.activity()))
                .map(each -> new TabletState.Occasion(each.activity().id().value(), time(each.from()), time(each.to())))
                .toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new TabletState.Opening(
                        session.day().toString(),
                        session.opens().toString(),
                        session.closes().toString(),
                        perhaps(session.name()),
                        held));
    }

    /** @param seats null: nobody has signed up yet */
    private TabletState.Offer offer(Course course, @Nullable Seats seats) {
        boolean ours = course.signUp() instanceof Course.SignUpWay.Here;
        String address = courses.address(course);
        return new TabletState.Offer(
                course.code(),
                address,
                QrCode.svg(address),
                course.name().byLanguage(),
                course.picture(),
                course.ages().stream().map(AgeId::value).sorted().toList(),
                course.expecting(),
                course.meetings().isEmpty()
                        ? null
                        : course.meetings().getFirst().day().toString(),
                courses.facts(course).byLanguage(),
                course.seats(),
                !ours ? null : seats == null ? course.seats() : seats.left(),
                ours && course.waitingList(),
                switch (course.signUp()) {
                    case Course.SignUpWay.Here here -> "here";
                    case Course.SignUpWay.Link link -> "link";
                    case Course.SignUpWay.Call call -> "call";
                    case Course.SignUpWay.DropIn dropIn -> "drop-in";
                });
    }

    private TabletState.Language language(String code) {
        ULocale locale = ULocale.forLanguageTag(code);
        String name = capital(locale.getDisplayLanguage(locale), locale.toLocale());
        return new TabletState.Language(
                code,
                name,
                locale.isRightToLeft() ? "rtl" : "ltr",
                settings.reviewedLanguages().contains(code));
    }

    /** Dictionaries write languages small; a button begins with a capital where the script has any. */
    private static String capital(String name, Locale locale) {
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private Map<String, Map<String, String>> words(Collection<String> languages) {
        String prefix = "kiosk.";
        Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();
        for (String language : languages) {
            Map<String, String> said = new LinkedHashMap<>();
            words.messages(language, prefix)
                    .forEach((key, message) -> said.put(key.substring(prefix.length()), message));
            byLanguage.put(language, said);
        }
        return byLanguage;
    }

    private Map<String, String> said(List<String> languages, String key) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String language : languages) {
            String message = words.messages(language, key).get(key);
            if (message != null) {
                said.put(language, message);
            }
        }
        return said;
    }

    private TabletState.Pin pin(KioskRepository.PinRow row) {
        return pins.computeIfAbsent(row.pin() + row.salt(), key -> {
            byte[] salt = Base64.getDecoder().decode(row.salt());
            try {
                byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(new PBEKeySpec(row.pin().toCharArray(), salt, PIN_ITERATIONS, 256))
                        .getEncoded();
                return new TabletState.Pin(
                        row.salt(), PIN_ITERATIONS, Base64.getEncoder().encodeToString(hash));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has PBKDF2", e);
            }
        });
    }

    private TabletState.Timers timers(Plan plan) {
        KioskSettings.Timers timers = settings.timers();
        return new TabletState.Timers(
                plan.kiosk().idleSeconds(),
                timers.warningSeconds(),
                timers.thanksSeconds(),
                timers.undoSeconds(),
                timers.touchExtraSeconds(),
                timers.coursesIdleSeconds(),
                timers.repeatMs(),
                timers.repeatLargeMs(),
                timers.playTaps(),
                timers.playWindowMs(),
                timers.playSeconds(),
                timers.stateSeconds(),
                timers.cleaningSeconds(),
                timers.maxVisitsPerMinute(),
                timers.takeOverIdleMinutes(),
                Party.MOST_ADULTS,
                Party.MOST_CHILDREN);
    }

    private static @Nullable Map<String, String> perhaps(Text text) {
        return text.isEmpty() ? null : text.byLanguage();
    }

    private static @Nullable String time(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static String fingerprint(byte[] content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Secrets.sha256(content))
                .substring(0, 22);
    }
}
