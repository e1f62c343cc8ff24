package se.tambur.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The parties that may be in the house, each with its own chance. Lives for one estimate. */
final class Crowd {

    private final List<Group> groups = new ArrayList<>();

    /** @param chance that the party is still here at a moment after it came */
    void add(Instant since, int adults, int children, ToDoubleFunction<Instant> chance) {
        groups.add(new Group(since, adults, children, chance));
    }

    /**
     * Some said that they left: the party of the same numbers that most probably was here, else the most probable parties
     * one after the other until as many have gone.
     */
    void leave(Instant at, int adults, int children) {
        Map<Group, Double> chances = new HashMap<>();
        groups.stream()
                .filter(group -> !group.since.isAfter(at) && group.heads() > 0)
                .forEach(group -> chances.put(group, group.chance.applyAsDouble(at)));
        List<Group> here = chances.keySet().stream()
                .sorted(Comparator.<Group>comparingDouble(group -> -chances.getOrDefault(group, 0.0))
                        .thenComparing(group -> group.since))
                .toList();
        Group same = here.stream()
                .filter(group -> group.adults == adults && group.children == children)
                .findFirst()
                .orElse(null);
        if (same != null) {
            same.adults = 0;
            same.children = 0;
            return;
        }
        int adultsToGo = adults;
        int childrenToGo = children;
        for (Group group : here) {
            int goingAdults = Math.min(adultsToGo, group.adults);
            int goingChildren = Math.min(childrenToGo, group.children);
            group.adults -= goingAdults;
            group.children -= goingChildren;
            adultsToGo -= goingAdults;
            childrenToGo -= goingChildren;
        }
    }

    /**
     * The estimate at a moment; the interval by exact convolution, for parties stay or leave as one (a Poisson binomial
     * distribution with the parties' heads as weights).
     */
    Presence.Estimate at(Instant moment, int capacity) {
        int most = groups.stream().mapToInt(Group::heads).sum();
        double[] chances = new double[most + 1];
        chances[0] = 1;
        int reached = 0;
        double persons = 0;
        double children = 0;
        for (Group group : groups) {
            double chance = group.chance.applyAsDouble(moment);
            int heads = group.heads();
            if (heads == 0 || chance <= 0) {
                continue;
            }
            persons += chance * heads;
            children += chance * group.children;
            reached += heads;
            for (int n = reached; n >= 0; n--) {
                double came = n >= heads ? chances[n - heads] * chance : 0;
                chances[n] = chances[n] * (1 - chance) + came;
            }
        }
        int likely = (int) Math.round(persons);
        return new Presence.Estimate(
                likely,
                Math.min(likely, quantile(chances, 0.05)),
                Math.max(likely, quantile(chances, 0.95)),
                (int) Math.round(children),
                capacity);
    }

    private static int quantile(double[] chances, double share) {
        double sum = 0;
        for (int n = 0; n < chances.length; n++) {
            sum += chances[n];
            if (sum >= share) {
                return n;
            }
        }
        return chances.length - 1;
    }

    private static final class Group {

        private final Instant since;
        private final ToDoubleFunction<Instant> chance;
        private int adults;
        private int children;

        Group(Instant since, int adults, int children, ToDoubleFunction<Instant> chance) {
            this.since = since;
            this.adults = adults;
            this.children = children;
            this.chance = chance;
        }

        int heads() {
            return adults + children;
        }
    }
}
