package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody's editor says of a file, by the schemas that come with the house. */
class SchemaTest {

    private static final Path FOLDER = Path.of("kiosk-config");

    private static List<Error> flaws(String schema, String yaml) {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(FOLDER.resolve("schema").resolve(schema)));
        return read.validate(yaml, InputFormat.YAML);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files() {
        return Stream.of("centres", "examples", "courses").map(FOLDER::resolve).flatMap(folder -> {
            if (!Files.isDirectory(folder)) {
                return Stream.empty();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String schemaOf(Path file) {
        return file.toString().contains("courses") ? "course.schema.json" : "plan.schema.json";
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileThatComesWithTheHouseNamesItsSchemaAndFitsIt(Path file) {
        String schema = schemaOf(file);
        assertThat(text(file)).startsWith("# yaml-language-server: $schema=../schema/" + schema + "\n");
        assertThat(flaws(schema, text(file))).isEmpty();
    }

    @Test
    void whatTamburWritesFitsTheSchemaToo() {
        Path file = FOLDER.resolve("centres/lekladan.yaml");
        assertThat(flaws("plan.schema.json", PlanYaml.write(PlanYaml.read("lekladan.yaml", text(file)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            capacity: 80 | capacity: 0
            capacity: 80 | capacity: "80"
            capacity: 80 | capacityy: 80
            id: lekladan | id: Lekladan!
            [sv, en, fi, ar, so] | []
            [sv, en, fi, ar, so] | [svenska]
            host: social-services | host: Social Services
            level: selective | level: selektiv
            kiosk: false | kiosk: true
            stay: 75 | stay: 0
            monday: | mondag:
            "09:00-12:00" | "9-12"
            weeks: odd | weeks: udda
            - public-holidays | - holidays
            from: 2025-06-16 | from: 16 juni
            date: 2026-05-19 | datum: 2026-05-19
            first-visit: false | first-visit: nej
            idle-seconds: 30 | idle-seconds: 1
            idle-seconds: 30 | welcome: hej
            idle-seconds: 30 | welcome: {sv: Välkommen Välkommen Välkommen Välkommen Välkommen Välkommen Välkommen }
            """)
    void anEditorUnderlinesWhatTamburWouldRefuse(String good, String wrong) {
        String plan = text(FOLDER.resolve("centres/lekladan.yaml"));
        String changed = plan.replace(good, wrong);
        assertThat(changed).isNotEqualTo(plan);
        assertThat(flaws("plan.schema.json", changed)).isNotEmpty();
    }

    private static final String COURSE = """
            course:
              id: babymassage-vt27
              centre: lekladan
              name: {sv: Babymassage, en: Baby massage}
              text: {sv: "Du lär dig massera ditt barn.", en: "Learn to massage your baby."}
              picture: baby
              ages: [0-11m]
              host: child-health
              level: universal
              place: Stora rummet
              meetings: {first: 2027-01-11, time: "13:00-14:00", every: week, count: 5}
              seats: 8
              sign-up: {link: "https://www.example.se/e-tjanst/babymassage"}
            """;

    @Test
    void aCourseFitsItsSchema() {
        assertThat(flaws("course.schema.json", COURSE)).isEmpty();
        assertThat(flaws("course.schema.json", COURSE.replaceAll("\\{link.*}", "drop-in")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            seats: 8 | seats: 0
            seats: 8 | platser: 8
            every: week, | every: vecka,
            every: week, |
            2027-01-11 | 11 januari
            https: | http:
            {link: "https://www.example.se/e-tjanst/babymassage"} | ring
            host: child-health | host: bvc
            """)
    void anEditorUnderlinesAWrongCourse(String good, String wrong) {
        String changed = COURSE.replace(good, wrong == null ? "" : wrong);
        assertThat(changed).isNotEqualTo(COURSE);
        assertThat(flaws("course.schema.json", changed)).isNotEmpty();
    }
}
