package se.tambur.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.feedback.Answers.Answer;
import se.tambur.feedback.Answers.By;
import se.tambur.feedback.Answers.Sum;

@DatabaseTest
class AnswersTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    private final CentreId centre =
            new CentreId("answers-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired
    private Answers answers;

    @Autowired
    private TestClock clock;

    private static Answer answer(Goal goal, By by, int face) {
        return new Answer(UUID.randomUUID(), TUESDAY, goal, by, face);
    }

    @Test
    void aRepeatedAnswerIsCountedOnceAlsoWithinABatch() {
        Answer happy = answer(Goal.BEMOTANDE, By.ADULT, 4);

        assertThat(answers.take(centre, List.of(happy, happy))).containsExactly(true, false);
        assertThat(answers.take(centre, List.of(happy))).containsExactly(false);
        assertThat(answers.of(centre, TUESDAY, TUESDAY)).containsExactly(new Sum(Goal.BEMOTANDE, By.ADULT, 4, 1));
    }

    @Test
    void answersOfOtherDaysAndHousesAreNotAmongThem() {
        answers.take(centre, List.of(answer(Goal.KOMPETENS, By.CHILD, 3)));

        assertThat(answers.of(centre, TUESDAY.plusDays(1), TUESDAY.plusDays(9))).isEmpty();
        assertThat(answers.of(new CentreId("another"), TUESDAY, TUESDAY)).isEmpty();
    }

    @Test
    void manyTabletsAtOnceLoseNoAnswer() throws Exception {
        List<Answer> all = new ArrayList<>();
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            all.add(answer(Goal.values()[random.nextInt(4)], By.ADULT, 1 + random.nextInt(4)));
        }
        List<Callable<List<Boolean>>> tablets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Answer> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            tablets.add(() -> answers.take(centre, shuffled));
        }
        int stored = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var tablet : threads.invokeAll(tablets)) {
                stored += Collections.frequency(tablet.get(), true);
            }
        }
        assertThat(stored).isEqualTo(200);
        assertThat(answers.of(centre, TUESDAY, TUESDAY).stream()
                        .mapToInt(Sum::number)
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void afterHalfAYearARepeatIsNoLongerRemembered() {
        Answer old = answer(Goal.DELAKTIGHET, By.ADULT, 2);
        clock.set("2026-11-24T10:12");
        answers.take(centre, List.of(old));
        clock.set("2027-05-23T10:12");
        answers.forgetOldReceipts();
        assertThat(answers.take(centre, List.of(old))).containsExactly(false);

        clock.set("2027-05-24T10:12");
        answers.forgetOldReceipts();
        assertThat(answers.take(centre, List.of(old))).containsExactly(true);
        clock.set("2026-11-24T10:12");
    }

    @Test
    void aChildHasThreeFaces() {
        assertThatIllegalArgumentException().isThrownBy(() -> answer(Goal.BEMOTANDE, By.CHILD, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> answer(Goal.BEMOTANDE, By.ADULT, 0));
    }
}
