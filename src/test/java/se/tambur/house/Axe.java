package se.tambur.house;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** The rules of WCAG 2.2 AA that a machine can check. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Nothing fades or slides any more, in the page or inside its elements, and that for a tenth of a second. */
    private static final String STILL = """
            () => {
              const roots = [document];
              for (const root of roots) {
                for (const element of root.querySelectorAll('*')) {
                  if (element.shadowRoot) roots.push(element.shadowRoot);
                }
              }
              const moves = (animation) =>
                animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity;
              const now = performance.now();
              if (roots.some((root) => root.getAnimations().some(moves))) window.tamburMoved = now;
              window.tamburMoved ??= now;
              return now - window.tamburMoved > 100;
            }
            """;

    private Axe() {}

    /**
     * What a page breaks, each rule with where; empty when nothing. Waits until the page stands still: half faded text
     * has half its contrast.
     */
    static List<String> flaws(Page page) {
        page.evaluate("() => { delete window.tamburMoved; }");
        page.waitForFunction(STILL);
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
