package se.tambur.house;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A phone page in a narrow window, enlarged to twice its size and with the text spacing of WCAG 1.4.12: nothing scrolls
 * sideways, nothing is cut, no text lies on another or on a field.
 */
final class Reflow {

    private static final int NARROW = 320;

    /** A window of 1280 px at 200 %. */
    private static final int ENLARGED = 640;

    private static final int PHONE = 360;

    /** The page's own policy lets no style in, but does not ask about a sheet that is made here. */
    private static final String SPACED = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`
                * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
                p { margin-block-end: 2em !important; }`);
              document.adoptedStyleSheets = [sheet];
            }
            """;

    private static final String FLAWS = """
            () => {
              const flaws = new Set();
              const width = document.documentElement.clientWidth;
              if (document.scrollingElement.scrollWidth > width) flaws.add('scrolls sideways');
              const skip = (element) => element.closest('.unseen, svg, option') || !element.checkVisibility();
              const boxes = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode;
                if (!text.textContent.trim() || skip(text.parentElement)) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                for (const box of range.getClientRects()) {
                  boxes.push({ of: text.parentElement, node: text, what: text.textContent.trim().slice(0, 40), box, leading: box.height / 4 });
                }
              }
              for (const field of document.querySelectorAll('input, select, button, .qr svg, .picture svg')) {
                if (field.closest('.unseen') || !field.checkVisibility()) continue;
                const box = field.getBoundingClientRect();
                boxes.push({ of: field, node: field, what: field.outerHTML.slice(0, 60), box, leading: 0 });
              }
              for (const { of, node, what, box } of boxes) {
                if (box.left < -1 || box.right > width + 1) flaws.add(`outside: ${what}`);
                for (let around = of; around; around = around.parentElement) {
                  const clips = getComputedStyle(around);
                  if (clips.overflowX === 'visible' && clips.overflowY === 'visible') continue;
                  if (around === document.body || around === document.documentElement) continue;
                  const edge = around.getBoundingClientRect();
                  if (around !== node && (box.left < edge.left - 1 || box.right > edge.right + 1
                      || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) flaws.add(`cut: ${what}`);
                }
              }
              for (const chosen of document.querySelectorAll('select')) {
                if (!chosen.checkVisibility()) continue;
                const style = getComputedStyle(chosen);
                const rule = document.createElement('canvas').getContext('2d');
                rule.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
                rule.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
                const room = chosen.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                const words = chosen.selectedOptions[0].textContent;
                if (rule.measureText(words).width > room + 1) flaws.add(`cut in its field: ${words}`);
              }
              boxes.forEach((one, i) => {
                for (const other of boxes.slice(i + 1)) {
                  if (one.node === other.node || one.node.contains(other.node) || other.node.contains(one.node)) continue;
                  const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
                  const down = Math.min(one.box.bottom - one.leading, other.box.bottom - other.leading)
                    - Math.max(one.box.top + one.leading, other.box.top + other.leading);
                  if (across > 1 && down > 1) flaws.add(`"${one.what}" lies on "${other.what}"`);
                }
              });
              return [...flaws];
            }
            """;

    private Reflow() {}

    /** What is wrong, each with the circumstance; the page is left as it was, in a narrow window. */
    static List<String> flaws(Page page) {
        var flaws = new ArrayList<String>();
        for (int width : List.of(NARROW, ENLARGED)) {
            page.setViewportSize(width, 640);
            look(flaws, page, width + " px");
            page.evaluate(SPACED);
            look(flaws, page, width + " px, spaced out");
            page.evaluate("() => { document.adoptedStyleSheets = []; }");
        }
        for (int width : List.of(PHONE, ENLARGED)) {
            page.setViewportSize(width, 740);
            page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
            look(flaws, page, width + " px, text of twice the size");
            page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
        }
        page.setViewportSize(NARROW, 640);
        return flaws;
    }

    private static void look(List<String> flaws, Page page, String circumstance) {
        ((List<?>) page.evaluate(FLAWS)).forEach(flaw -> flaws.add(circumstance + ": " + flaw));
    }
}
