package se.tambur.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.course.Tongue;
import se.tambur.shared.Words;
import se.tambur.signup.Family;

/**
 * A family's form as a page shows it.
 *
 * @param flaws what is wrong in words, by field
 * @param children one field an age group, in the plan's order
 * @param languages that letters can be written in
 */
record FamilyFields(FamilyForm typed, Map<String, String> flaws, List<Age> children, List<Language> languages) {

    static FamilyFields of(
            FamilyForm typed,
            Map<String, String> flaws,
            List<Plan.Age> ages,
            List<String> languages,
            Words words,
            Tongue tongue) {
        Map<String, String> said = new LinkedHashMap<>();
        flaws.forEach((field, key) -> said.put(field, tongue.say(key)));
        return new FamilyFields(
                typed,
                said,
                ages.stream()
                        .map(age -> new Age(
                                FamilyForm.field(age.id()),
                                new CoursePage.Fit(
                                        tongue.said(age.name()), age.span().isEmpty() ? null : tongue.said(age.span())),
                                typed.children().getOrDefault(age.id().value(), "0")))
                        .toList(),
                languages.stream()
                        .map(code -> new Language(code, new Tongue(words, code, code).name(), Tongue.direction(code)))
                        .toList());
    }

    public List<String> adults() {
        return upTo(Family.MOST_ADULTS);
    }

    public List<String> numbers() {
        return upTo(Family.MOST_CHILDREN);
    }

    /** What is wrong with a field; null: nothing. */
    public @Nullable String flaw(String field) {
        return flaws.get(field);
    }

    /** The id of a field's own words about what is wrong; null: nothing is. */
    public @Nullable String flawId(String field) {
        return flaws.containsKey(field) ? "flaw-" + field : null;
    }

    private static List<String> upTo(int most) {
        return IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList();
    }

    /** How many of an age group come. */
    record Age(String field, CoursePage.Fit name, String number) {}

    /** A language by its own name. */
    record Language(String code, String name, String dir) {}
}
