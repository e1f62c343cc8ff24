package se.tambur.shared;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word that people read, from {@code words/<feature>_<language>.properties}, written as ICU messages.
 *
 * <p>Parameters are numbered, or named when the only parameter is a {@link Map}. A key missing in a language is said in
 * Swedish; a key that is nowhere is a mistake of ours and is shown as {@code !key!}.
 */
@Component
public class Words implements I18NProvider {

    /** The language that has every word. */
    public static final String FIRST = "sv";

    private final Map<String, SortedMap<String, String>> byLanguage = new HashMap<>();

    public Words() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_*.properties")) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Resource file) throws IOException {
        String name = String.valueOf(file.getFilename());
        String language = name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.'));
        var words = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        SortedMap<String, String> all = byLanguage.computeIfAbsent(language, l -> new TreeMap<>());
        words.stringPropertyNames().forEach(key -> all.put(key, words.getProperty(key)));
    }

    /** The words of a key in a language, such as {@code sv}. */
    public String say(String language, String key, Object... params) {
        String message =
                byLanguage.getOrDefault(language, Collections.emptySortedMap()).get(key);
        String spoken = language;
        if (message == null) {
            message =
                    byLanguage.getOrDefault(FIRST, Collections.emptySortedMap()).get(key);
            spoken = FIRST;
        }
        if (message == null) {
            return "!" + key + "!";
        }
        if (message.indexOf('{') < 0 && message.indexOf('\'') < 0) {
            return message;
        }
        // digits as in Sweden, also in Arabic: as on the clock, the phone and the letter from BVC
        var format = new MessageFormat(message, Locale.forLanguageTag(spoken + "-u-nu-latn"));
        return params.length == 1 && params[0] instanceof Map<?, ?> named
                ? format.format(named)
                : format.format(params);
    }

    /** The unformatted messages whose keys begin with {@code prefix}, with Swedish where a language lacks one. */
    public Map<String, String> messages(String language, String prefix) {
        var all = new TreeMap<String, String>();
        for (String each : List.of(FIRST, language)) {
            byLanguage.getOrDefault(each, Collections.emptySortedMap()).tailMap(prefix).entrySet().stream()
                    .takeWhile(entry -> entry.getKey().startsWith(prefix))
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    /** The languages that have words whose keys begin with {@code prefix}, Swedish first. */
    public List<String> languagesOf(String prefix) {
        return byLanguage.entrySet().stream()
                .filter(each -> each.getValue().tailMap(prefix).keySet().stream()
                        .findFirst()
                        .filter(key -> key.startsWith(prefix))
                        .isPresent())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String language) -> !language.equals(FIRST))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The languages of the office, Swedish first: Vaadin takes the first for those whose language we lack. */
    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.of("sv", "SE"), Locale.of("en"));
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return say(locale.getLanguage(), key, params);
    }
}
