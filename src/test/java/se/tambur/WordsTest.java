package se.tambur;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsTest {

    private static final Set<String> EVERYONE = Set.of("sv", "en", "fi", "ar", "so");
    private static final Set<String> STAFF = Set.of("sv", "en");

    @Test
    void everyKeyStandsInEveryLanguageOfItsReaders() throws IOException {
        var flaws = new ArrayList<String>();
        files().forEach((feature, languages) -> {
            Set<String> wanted = languages.containsKey("fi") ? EVERYONE : STAFF;
            if (!languages.keySet().equals(wanted)) {
                flaws.add(feature + " stands in " + languages.keySet() + ", not in " + wanted);
            }
            var all = new TreeSet<String>();
            languages.values().forEach(words -> all.addAll(words.stringPropertyNames()));
            languages.forEach((language, words) -> all.stream()
                    .filter(key -> words.getProperty(key) == null)
                    .forEach(key -> flaws.add(feature + "_" + language + " lacks " + key)));
        });
        assertThat(flaws).isEmpty();
    }

    @Test
    void whatIsForVisitorsStandsInAllFiveLanguages() throws IOException {
        assertThat(files().get("kiosk")).containsOnlyKeys(EVERYONE);
        assertThat(files().get("phone")).containsOnlyKeys(EVERYONE);
    }

    @Test
    void everyTranslationTakesTheSameParametersAsTheSwedish() throws IOException {
        var flaws = new ArrayList<String>();
        files().forEach((feature, languages) -> {
            Properties swedish = languages.getOrDefault("sv", new Properties());
            languages.forEach((language, words) -> words.stringPropertyNames().stream()
                    .filter(key -> swedish.getProperty(key) != null)
                    .filter(key -> !parameters(words.getProperty(key)).equals(parameters(swedish.getProperty(key))))
                    .forEach(key -> flaws.add(feature + "_" + language + " " + key)));
        });
        assertThat(flaws).isEmpty();
    }

    private static Set<String> parameters(String message) {
        var pattern = new MessagePattern(message);
        var names = new HashSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (List.of(MessagePattern.Part.Type.ARG_NAME, MessagePattern.Part.Type.ARG_NUMBER)
                    .contains(part.getType())) {
                names.add(pattern.getSubstring(part));
            }
        }
        return names;
    }

    private static Map<String, Map<String, Properties>> files() throws IOException {
        var files = new HashMap<String, Map<String, Properties>>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_*.properties")) {
            String name = String.valueOf(file.getFilename()).replace(".properties", "");
            var words = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            int line = name.lastIndexOf('_');
            files.computeIfAbsent(name.substring(0, line), f -> new HashMap<>()).put(name.substring(line + 1), words);
        }
        return files;
    }
}
