package se.tambur.centre;

import java.util.Map;

/**
 * A few words in one or more languages.
 *
 * @param byLanguage language code to words, in the order written; never empty for a name that must exist
 */
public record Text(Map<String, String> byLanguage) {

    /** No words at all, for optional lines. */
    public static final Text NONE = new Text(Map.of());

    public Text {
        byLanguage = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(byLanguage));
    }

    /** The words in {@code language}; else in {@code fallback}; else the first there are; else "". */
    public String in(String language, String fallback) {
        String words = byLanguage.get(language);
        if (words == null) {
            words = byLanguage.get(fallback);
        }
        return words != null ? words : byLanguage.values().stream().findFirst().orElse("");
    }

    /** Which language {@link #in} answers in, so that a page can say so. */
    public String languageFor(String language, String fallback) {
        if (byLanguage.containsKey(language)) {
            return language;
        }
        return byLanguage.containsKey(fallback)
                ? fallback
                : byLanguage.keySet().stream().findFirst().orElse(fallback);
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
