package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.tambur.TestClock;

class PatienceTest {

    private final TestClock clock = new TestClock();
    private final Patience patience = new Patience(clock);

    @Test
    void someoneWhoMistypesAFewTimesDoesNotWait() {
        guessWrong(2);
        assertThat(patience.before("kim")).isZero();
    }

    @Test
    void eachFurtherGuessWaitsLongerButNeverForEver() {
        guessWrong(3);
        assertThat(patience.before("kim")).isEqualTo(Duration.ofMillis(500));
        guessWrong(1);
        assertThat(patience.before("kim")).isEqualTo(Duration.ofSeconds(1));
        guessWrong(100_000);
        assertThat(patience.before("kim")).isEqualTo(Patience.LONGEST);
    }

    @Test
    void someoneElseIsNotSlowedDown() {
        guessWrong(10);
        assertThat(patience.before("robin")).isZero();
    }

    @Test
    void theRightPasswordAndAQuietQuarterOfAnHourForgive() {
        guessWrong(10);
        patience.right("kim");
        assertThat(patience.before("kim")).isZero();

        guessWrong(10);
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(patience.before("kim")).isZero();
    }

    private void guessWrong(int times) {
        for (int i = 0; i < times; i++) {
            patience.wrong("kim");
        }
    }
}
