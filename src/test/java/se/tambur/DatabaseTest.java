package se.tambur;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole application on a real database: on an H2 file, and once more on PostgreSQL in the second run of the tests
 * ({@code -Dtambur.test.database=postgres}). Tests share the application, so each makes a centre of its own and never
 * looks at all rows. The clock is a {@link TestClock}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
@TestExecutionListeners(
        listeners = {OwnSecurity.class, OwnClock.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface DatabaseTest {}
