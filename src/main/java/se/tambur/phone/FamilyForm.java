package se.tambur.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.signup.Family;

/**
 * Who comes and how they are reached, as it stands in a form's fields, right or wrong.
 *
 * @param children by age group
 */
record FamilyForm(
        String name,
        String email,
        String phone,
        String adults,
        Map<String, String> children,
        String language,
        boolean interpreter) {

    private static final String CHILD = "child-";

    /** Before anything has been typed: one adult, and one child where the course is for one age group. */
    static FamilyForm blank(Course course, String language) {
        Map<String, String> children = course.ages().size() == 1
                ? Map.of(course.ages().iterator().next().value(), "1")
                : Map.of();
        return new FamilyForm("", "", "", "1", children, language, false);
    }

    static FamilyForm of(Family family) {
        Map<String, String> children = new LinkedHashMap<>();
        family.children().forEach((age, number) -> children.put(age.value(), String.valueOf(number)));
        return new FamilyForm(
                family.name(),
                Objects.requireNonNullElse(family.email(), ""),
                Objects.requireNonNullElse(family.phone(), ""),
                String.valueOf(family.adults()),
                children,
                family.language(),
                family.interpreter());
    }

    /** @param languages that letters can be written in, the page's first */
    static FamilyForm posted(Map<String, String> fields, List<String> languages) {
        Map<String, String> children = new LinkedHashMap<>();
        fields.forEach((name, number) -> {
            if (name.startsWith(CHILD)) {
                children.put(name.substring(CHILD.length()), number);
            }
        });
        String language = fields.getOrDefault("language", "");
        return new FamilyForm(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("email", ""),
                fields.getOrDefault("phone", ""),
                fields.getOrDefault("adults", ""),
                children,
                languages.contains(language) ? language : languages.getFirst(),
                fields.containsKey("interpreter"));
    }

    /** The field of an age group. */
    static String field(AgeId age) {
        return CHILD + age.value();
    }

    /** The key of what is wrong by the field where it is mended, in the page's order; empty when all is right. */
    Map<String, String> flaws(List<Plan.Age> ages) {
        Map<String, String> flaws = new LinkedHashMap<>();
        if (!Family.isName(name)) {
            flaws.put("name", "phone.signup.flaw.name");
        }
        String address = latin(email);
        String number = latin(phone);
        if (address.isEmpty() && number.isEmpty()) {
            flaws.put("email", "phone.signup.flaw.contact");
        } else if (!address.isEmpty() && !Family.isEmail(address)) {
            flaws.put("email", "phone.signup.flaw.email");
        }
        if (!number.isEmpty() && !Family.isPhone(number)) {
            flaws.put("phone", "phone.signup.flaw.phone");
        }
        int grown = number(adults, Family.MOST_ADULTS);
        int small = children(ages);
        if (grown < 0 || grown == 0 && small == 0) {
            flaws.put("adults", "phone.signup.flaw.heads");
        }
        if (small < 0 || small > Family.MOST_CHILDREN) {
            flaws.put(field(ages.getFirst().id()), "phone.signup.flaw.children");
        }
        return flaws;
    }

    /** Only when there are no flaws. */
    Family family(List<Plan.Age> ages) {
        Map<AgeId, Integer> heads =
                ages.stream().map(Plan.Age::id).collect(Collectors.toMap(age -> age, this::of, Integer::sum));
        return new Family(
                name, latin(email), latin(phone), number(adults, Family.MOST_ADULTS), heads, language, interpreter);
    }

    /** In all; -1 when one of the numbers is none. */
    private int children(List<Plan.Age> ages) {
        int sum = 0;
        for (Plan.Age age : ages) {
            int number = of(age.id());
            if (number < 0) {
                return -1;
            }
            sum += number;
        }
        return sum;
    }

    private int of(AgeId age) {
        return number(children.getOrDefault(age.value(), "0"), Family.MOST_CHILDREN);
    }

    /** -1 when it is none or too many. */
    private static int number(String typed, int most) {
        if (!typed.matches("[0-9]{1,2}")) {
            return -1;
        }
        int number = Integer.parseInt(typed);
        return number <= most ? number : -1;
    }

    /** Digits as a telephone dials them, whatever script they were typed in, without the marks that are pasted unseen. */
    private static String latin(String typed) {
        return typed.codePoints()
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
