package se.tambur.centre;

import com.ibm.icu.util.ULocale;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A field of a YAML file that people write by hand, read with its line. Whatever is wrong is noted and reading goes on,
 * so that {@link #refuseIfFlawed} can tell all flaws at once; a value that was wrong or missing reads as empty.
 */
public final class YamlField {

    /** Many times the largest plan; a limit only against accidents and bombs. */
    static final int LONGEST_FILE = 256 * 1024;

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_FLAWS = 200;

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern HOURS =
            Pattern.compile("((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})(-[A-Z][a-z]{3})?");
    private static final Set<String> LANGUAGES = Set.of(ULocale.getISOLanguages());

    private final String file;
    private final String path;
    private final int line;
    private final Node node;
    private final List<PlanRefused.Flaw> flaws;
    private @Nullable Map<String, YamlField> entries;

    private YamlField(String file, String path, int line, Node node, List<PlanRefused.Flaw> flaws) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.node = node;
        this.flaws = flaws;
    }

    /**
     * The text of a file.
     *
     * @throws PlanRefused when it is not UTF-8, or far too large
     */
    public static String decode(String file, byte[] bytes) {
        if (bytes.length > LONGEST_FILE) {
            throw tooLong(file);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(file, 1, "file", "Expected a text in UTF-8, found other bytes.");
        }
    }

    /**
     * The whole of a file.
     *
     * @param file its name in messages
     * @throws PlanRefused when it is not one plain YAML document
     */
    public static YamlField read(String file, String text) {
        if (text.length() > LONGEST_FILE) {
            throw tooLong(file);
        }
        List<PlanRefused.Flaw> flaws = new ArrayList<>();
        try {
            lookOver(file, text, flaws);
            if (!flaws.isEmpty()) {
                throw new PlanRefused(flaws);
            }
            Node root = new Yaml(options()).compose(new StringReader(text));
            if (root == null) {
                throw refused(file, 1, "file", "Expected a YAML document, found an empty file.");
            }
            return new YamlField(file, "", 1, root, flaws);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(file, line, "file", "Expected YAML: " + e.getProblem() + ".");
        } catch (ReaderException e) {
            throw refused(
                    file,
                    1
                            + (int) text.codePoints()
                                    .limit(e.getPosition())
                                    .filter(c -> c == '\n')
                                    .count(),
                    "file",
                    String.format("Expected YAML, found the unprintable character U+%04X.", e.getCodePoint()));
        } catch (YAMLException e) {
            throw refused(
                    file,
                    1,
                    "file",
                    "Expected YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    /** Looks for what makes YAML unsafe or not one document, before anything is built from it. */
    private static void lookOver(String file, String text, List<PlanRefused.Flaw> flaws) {
        int documents = 0;
        int depth = 0;
        for (Event event : new Yaml(options()).parse(new StringReader(text))) {
            int line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                flaws.add(new PlanRefused.Flaw(file, line, "file", "Expected one document, found a second one."));
            } else if (event instanceof AliasEvent alias) {
                flaws.add(new PlanRefused.Flaw(
                        file,
                        line,
                        "file",
                        "Expected the value itself, found the alias '*" + shown(alias.getAnchor()) + "'."));
            } else if (event instanceof NodeEvent written && written.getAnchor() != null) {
                flaws.add(new PlanRefused.Flaw(
                        file,
                        line,
                        "file",
                        "Expected a value without an anchor, found '&" + shown(written.getAnchor()) + "'."));
            }
            String tag = event instanceof ScalarEvent scalar
                    ? scalar.getTag()
                    : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
            if (tag != null) {
                flaws.add(new PlanRefused.Flaw(
                        file, line, "file", "Expected a value without a tag, found '" + shown(tag) + "'."));
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                flaws.add(new PlanRefused.Flaw(
                        file, line, "file", "Expected at most " + DEEPEST + " levels, found more."));
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST || flaws.size() >= MOST_FLAWS) {
                return;
            }
        }
    }

    private static PlanRefused tooLong(String file) {
        return refused(file, 1, "file", "Expected at most " + LONGEST_FILE / 1024 + " KB, found more.");
    }

    private static PlanRefused refused(String file, int line, String field, String expected) {
        return new PlanRefused(List.of(new PlanRefused.Flaw(file, line, field, expected)));
    }

    /** Notes that something is wrong here; {@code expected} is a whole sentence. */
    public void flaw(String expected) {
        flawAt(line, path, expected);
    }

    private void flawAt(int line, String path, String expected) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new PlanRefused.Flaw(file, line, path.isEmpty() ? "file" : path, expected));
        }
    }

    /**
     * Ends the reading.
     *
     * @throws PlanRefused with every flaw noted anywhere in the file, in order of lines
     */
    public void refuseIfFlawed() {
        if (!flaws.isEmpty()) {
            throw new PlanRefused(flaws.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(PlanRefused.Flaw::line))
                    .toList());
        }
    }

    /** The line it stands on, from 1. */
    public int line() {
        return line;
    }

    /** The fields of a mapping, in the order written, without those left blank; none when it is something else. */
    public Map<String, YamlField> entries() {
        if (entries == null) {
            entries = readEntries();
        }
        return entries;
    }

    private Map<String, YamlField> readEntries() {
        Map<String, YamlField> found = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            flaw("Expected fields with values, found " + kind() + ".");
            return found;
        }
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int at = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                flawAt(at, path, "Expected a field's name, found " + kind(tuple.getKeyNode()) + ".");
                continue;
            }
            String name = key.getValue();
            String full = path.isEmpty() ? shown(name) : path + "." + shown(name);
            Integer first = lines.putIfAbsent(name, at);
            if (first != null) {
                flawAt(at, full, "Expected each field once, found it on line " + first + " too.");
            } else if (!isBlank(tuple.getValueNode())) {
                found.put(name, new YamlField(file, full, lineOf(tuple, at), tuple.getValueNode(), flaws));
            }
        }
        return found;
    }

    /** A value's own line; for a block below its name the name's line, where people look. */
    private static int lineOf(NodeTuple tuple, int keyLine) {
        return tuple.getValueNode() instanceof ScalarNode
                ? tuple.getValueNode().getStartMark().getLine() + 1
                : keyLine;
    }

    private static boolean isBlank(Node node) {
        return node instanceof ScalarNode scalar && scalar.isPlain() && Tag.NULL.equals(scalar.getTag());
    }

    /** Says that a mapping may hold these fields and no others. */
    public YamlField holding(String... names) {
        List<String> known = List.of(names);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
                    flawAt(
                            key.getStartMark().getLine() + 1,
                            path.isEmpty() ? shown(key.getValue()) : path + "." + shown(key.getValue()),
                            "Expected one of " + String.join(", ", known) + ", found the unknown field '"
                                    + shown(key.getValue()) + "'" + ending(key.getValue(), known));
                }
            }
        }
        entries();
        return this;
    }

    /** A field of a mapping. */
    public Optional<YamlField> get(String name) {
        return Optional.ofNullable(entries().get(name));
    }

    /** A field that must be there. */
    public Optional<YamlField> need(String name) {
        Optional<YamlField> found = get(name);
        if (found.isEmpty() && node instanceof MappingNode) {
            flawAt(line, path.isEmpty() ? name : path + "." + name, "Expected the field '" + name + "', found none.");
        }
        return found;
    }

    /** The items of a list; none when it is something else. */
    public List<YamlField> items() {
        List<YamlField> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlField(
                        file,
                        path + "[" + items.size() + "]",
                        item.getStartMark().getLine() + 1,
                        item,
                        flaws));
            }
        } else {
            flaw("Expected a list, found " + kind() + ".");
        }
        return items;
    }

    /** Whether it has fields. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether it is neither a list nor fields. */
    public boolean isValue() {
        return node instanceof ScalarNode;
    }

    /** The bare value as it was written, whatever it means. */
    public Optional<String> raw() {
        if (node instanceof ScalarNode scalar && !isBlank(node)) {
            return Optional.of(scalar.getValue());
        }
        flaw("Expected a value, found " + kind() + ".");
        return Optional.empty();
    }

    /** Words on one line, at most 1 000 characters. */
    public Optional<String> text() {
        Optional<String> raw = raw();
        if (raw.isEmpty()) {
            return raw;
        }
        String words = raw.get();
        if (words.isBlank()) {
            flaw("Expected words, found nothing.");
        } else if (words.codePoints().anyMatch(YamlField::isControl)) {
            flaw("Expected words on one line, found a line break or control character.");
        } else if (words.length() > LONGEST_TEXT) {
            flaw("Expected at most " + LONGEST_TEXT + " characters, found " + words.length() + ".");
        } else {
            return raw;
        }
        return Optional.empty();
    }

    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** A text of a shape, such as an id; {@code expected} says the shape, such as {@code "a-z, 0-9 and -"}. */
    public Optional<String> matching(Pattern shape, String expected) {
        Optional<String> raw = raw();
        if (raw.isPresent() && !shape.matcher(raw.get()).matches()) {
            flaw("Expected " + expected + ", found '" + shown(raw.get()) + "'.");
            return Optional.empty();
        }
        return raw;
    }

    /** A whole number between two, both in. */
    public Optional<Integer> whole(int least, int most) {
        Optional<String> raw = raw();
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        if (isPlain() && WHOLE.matcher(raw.get()).matches()) {
            int number = Integer.parseInt(raw.get());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        flaw("Expected a whole number from " + least + " to " + most + ", found '" + shown(raw.get()) + "'.");
        return Optional.empty();
    }

    /** True or false. */
    public Optional<Boolean> flag() {
        Optional<String> raw = raw();
        if (raw.isPresent() && isPlain()) {
            if (raw.get().equals("true")) {
                return Optional.of(true);
            }
            if (raw.get().equals("false")) {
                return Optional.of(false);
            }
        }
        raw.ifPresent(written -> flaw("Expected true or false, found '" + shown(written) + "'."));
        return Optional.empty();
    }

    /** A date such as 2026-05-19. */
    public Optional<LocalDate> date() {
        Optional<String> raw = raw();
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        if (DATE.matcher(raw.get()).matches()) {
            try {
                return Optional.of(LocalDate.parse(raw.get()));
            } catch (DateTimeParseException e) {
                flaw("Expected a date of the calendar, found '" + raw.get() + "'.");
                return Optional.empty();
            }
        }
        flaw("Expected a date such as 2026-05-19, found '" + shown(raw.get()) + "'.");
        return Optional.empty();
    }

    /** Two times of one day, such as "09:00-12:00", the later one last. */
    public Optional<Hours> hours() {
        Optional<String> raw = raw();
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = HOURS.matcher(raw.get());
        if (!matcher.matches()) {
            flaw("Expected two times such as \"09:00-12:00\", found '" + shown(raw.get()) + "'.");
            return Optional.empty();
        }
        Hours hours = new Hours(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
        if (!hours.to().isAfter(hours.from())) {
            flaw("Expected an end after " + hours.from() + ", found " + hours.to() + ".");
            return Optional.empty();
        }
        return Optional.of(hours);
    }

    /** A language code such as {@code sv}, {@code sma} or {@code sr-Latn}. */
    public Optional<String> language() {
        Optional<String> raw = raw();
        return raw.isPresent() && isLanguage(this, raw.get()) ? raw : Optional.empty();
    }

    private static boolean isLanguage(YamlField where, String code) {
        Matcher matcher = LANGUAGE.matcher(code);
        if (matcher.matches() && LANGUAGES.contains(matcher.group(1))) {
            return true;
        }
        where.flaw("Expected a language code such as sv, found '" + shown(code) + "'.");
        return false;
    }

    /** Words by language, such as {@code {sv: Öppen lek, en: Open play}}; those of {@code language} must be there. */
    public Optional<Text> words(String language) {
        if (!isMapping()) {
            flaw("Expected words by language, such as {" + language + ": ...}, found " + kind() + ".");
            return Optional.empty();
        }
        Map<String, String> words = new LinkedHashMap<>();
        int before = flaws.size();
        entries().forEach((code, field) -> {
            if (isLanguage(field, code)) {
                field.text().ifPresent(text -> words.put(code, text));
            }
        });
        if (!entries().containsKey(language)) {
            flawAt(
                    line,
                    path + "." + language,
                    "Expected words in the centre's first language '" + language + "', found none.");
        }
        return flaws.size() == before && !words.isEmpty() ? Optional.of(new Text(words)) : Optional.empty();
    }

    /** One of some known words; {@code what} says what they are, such as {@code "a level"}. */
    public <T> Optional<T> choice(Map<String, T> known, String what) {
        Optional<String> raw = raw();
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        T chosen = known.get(raw.get());
        if (chosen == null) {
            flaw("Expected " + what + " (" + String.join(", ", known.keySet()) + "), found '" + shown(raw.get()) + "'"
                    + ending(raw.get(), known.keySet()));
        }
        return Optional.ofNullable(chosen);
    }

    private boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.isPlain();
    }

    private String kind() {
        return kind(node);
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "fields with values";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return isBlank(node) ? "nothing" : "'" + shown(((ScalarNode) node).getValue()) + "'";
    }

    /** What somebody wrote, short and harmless enough for a message. */
    private static String shown(String written) {
        String harmless = written.codePoints()
                .map(c -> isControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return harmless.length() <= 60 ? harmless : harmless.substring(0, 57) + "...";
    }

    /** Ends a sentence: {@code "; did you mean 'kiosk'?"} when something near is known, else a full stop. */
    private static String ending(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(".");
    }

    /** How many letters to change, add, drop or swap with the next to come from one word to the other. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                steps[i][j] =
                        Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }

    /** From one time of a day to a later one. */
    public record Hours(LocalTime from, LocalTime to) {}
}
