package se.tambur.house;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** The rules of WCAG 2.2 AA that a machine can check. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /** What a page breaks, each rule with where; empty when nothing. */
    static List<String> flaws(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()) + " " + node.getFailureSummary())
                                        .limit(5)
                                        .toList())
                        .toList();
    }
}
