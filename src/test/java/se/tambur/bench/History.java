package se.tambur.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Made years of a house like Lekladan: its week, some fourteen families a session, the same for the same days. */
final class History {

    private static final Map<DayOfWeek, LocalTime[]> WEEK = Map.of(
            DayOfWeek.MONDAY, new LocalTime[] {LocalTime.of(9, 0)},
            DayOfWeek.TUESDAY, new LocalTime[] {LocalTime.of(10, 0), LocalTime.of(13, 0)},
            DayOfWeek.THURSDAY, new LocalTime[] {LocalTime.of(9, 0)});

    private History() {}

    /** The days from {@code first} to the one before {@code end} as a CSV to import. */
    static String csv(LocalDate first, LocalDate end) {
        var csv = new StringBuilder("arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n");
        first.datesUntil(end).forEach(day -> {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(day.toEpochDay());
            for (LocalTime opens : WEEK.getOrDefault(day.getDayOfWeek(), new LocalTime[0])) {
                int families = 8 + random.nextInt(13);
                for (int i = 0; i < families; i++) {
                    family(csv, day, opens.plusMinutes(random.nextInt(110)), random);
                }
            }
        });
        return csv.toString();
    }

    private static void family(StringBuilder csv, LocalDate day, LocalTime at, RandomGenerator random) {
        csv.append(day).append('T').append(at).append(random.nextInt(4) == 0 ? ",sang" : ",oppen-lek");
        int age = random.nextInt(5);
        for (int i = 0; i < 5; i++) {
            csv.append(i == age ? random.nextInt(5) == 0 ? ",2" : ",1" : ",0");
        }
        csv.append(random.nextInt(6) == 0 ? ",2" : ",1")
                .append(random.nextInt(40) == 0 ? ",1" : ",0")
                .append('\n');
    }
}
