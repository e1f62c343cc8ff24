package se.tambur.signup;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;

/**
 * Those who sign up together, as much as a course has to know of them.
 *
 * @param name a name or an alias, 1 to 60 characters on one line
 * @param email null where there is a phone
 * @param phone as it was typed, null where there is an e-mail address
 * @param adults 0 to 6
 * @param children by age group, together 0 to 10; nobody at all is no family
 * @param language the one to write to them in, such as {@code sv}
 * @param interpreter whether they need somebody who interprets into it
 */
public record Family(
        String name,
        @Nullable String email,
        @Nullable String phone,
        int adults,
        Map<AgeId, Integer> children,
        String language,
        boolean interpreter) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_EMAIL = 120;
    public static final int MOST_ADULTS = 6;
    public static final int MOST_CHILDREN = 10;

    private static final Pattern NAME = Pattern.compile(
            "[^\\p{Cntrl}\\p{Co}\\p{Cs}\\u2028\\u2029<>]*\\p{L}[^\\p{Cntrl}\\p{Co}\\p{Cs}\\u2028\\u2029<>]*");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,24}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,22}");

    /** @throws IllegalArgumentException with the field that is wrong */
    public Family {
        name = name.strip();
        email = blankIsNull(email);
        phone = blankIsNull(phone);
        children = new TreeMap<>(children);
        children.values().removeIf(number -> number == 0);
        require(isName(name), "name");
        require(email == null || isEmail(email), "email");
        require(phone == null || isPhone(phone), "phone");
        require(email != null || phone != null, "contact");
        require(adults >= 0 && adults <= MOST_ADULTS, "adults");
        int heads = children.values().stream().mapToInt(Integer::intValue).sum();
        require(children.values().stream().allMatch(number -> number > 0) && heads <= MOST_CHILDREN, "children");
        require(adults + heads > 0, "heads");
        require(language.matches("[a-z]{2,3}"), "language");
        children = Map.copyOf(children);
    }

    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    public static boolean isEmail(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches() && !email.contains("..");
    }

    public static boolean isPhone(String phone) {
        long digits = phone.chars().filter(Character::isDigit).count();
        return PHONE.matcher(phone).matches() && digits >= 6 && digits <= 15;
    }

    public int heads() {
        return adults + childrenInAll();
    }

    public int childrenInAll() {
        return children.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The e-mail address in one form, however it is written. */
    @Nullable
    String plainEmail() {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /** The number in one form, however it is written: {@code 070-123 45 67} is {@code +46701234567}. */
    @Nullable
    String plainPhone() {
        return phone == null ? null : number(phone);
    }

    private static String number(String phone) {
        String digits = phone.replaceAll("[^0-9+]", "");
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        return digits.startsWith("0") ? "+46" + digits.substring(1) : digits;
    }

    private static @Nullable String blankIsNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException(field);
        }
    }
}
