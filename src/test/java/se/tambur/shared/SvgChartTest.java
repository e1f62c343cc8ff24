package se.tambur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import se.tambur.shared.SvgChart.Bar;
import se.tambur.shared.SvgChart.Series;

class SvgChartTest {

    @Test
    void aScreenReaderHearsATitleAndADescription() throws Exception {
        Element svg = drawn(SvgChart.bars("Barn efter ålder", "Flest är 0–11 mån", List.of()));

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("Barn efter ålder");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("Flest är 0–11 mån");
    }

    @Test
    void aColumnIsAsTallAsItsSeriesTogetherAndSaysTheirTotal() throws Exception {
        Element svg = drawn(SvgChart.columns(
                "Barn",
                "",
                List.of("9.00", "9.30"),
                List.of(
                        new Series("0–11 mån", "#115E4C", List.of(2, 8)),
                        new Series("1 år", "#F4B73F", List.of(3, 2)))));

        assertThat(texts(svg)).contains("5", "10", "9.00", "9.30", "0–11 mån", "1 år");
        List<Element> boxes = elements(svg, "rect");
        int firstColumn = number(boxes.get(0), "height") + number(boxes.get(1), "height");
        int secondColumn = number(boxes.get(2), "height") + number(boxes.get(3), "height");
        assertThat(firstColumn).isBetween(secondColumn / 2 - 1, secondColumn / 2 + 1);
    }

    @Test
    void barsAreInProportionAndTheSmallestIsStillSeen() throws Exception {
        Element svg = drawn(SvgChart.bars(
                "Barn",
                "",
                List.of(
                        new Bar("0–11 mån", 1000, "1 000"),
                        new Bar("1 år", 500, "500"),
                        new Bar("2 år", 1, "1"),
                        new Bar("3 år", 0, "0"))));

        List<Element> boxes = elements(svg, "rect");
        assertThat(boxes).hasSize(3);
        assertThat(number(boxes.get(1), "width")).isEqualTo(number(boxes.get(0), "width") / 2);
        assertThat(number(boxes.get(2), "width")).isEqualTo(2);
        assertThat(texts(svg)).contains("1 000", "500", "1", "0");
    }

    @Test
    void everySizeIsAWholeNumberAsThePdfNeeds() throws Exception {
        List<String> labels = IntStream.range(0, 37).mapToObj(i -> "dag " + i).toList();
        List<Integer> values = IntStream.range(0, 37).mapToObj(i -> i * 7 % 31).toList();
        Element svg =
                drawn(SvgChart.columns("Barn", "", labels, List.of(new Series("Barn", "#115E4C", values)), 673, 211));

        List<Element> all = Stream.of("rect", "line", "text")
                .flatMap(name -> elements(svg, name).stream())
                .toList();
        assertThat(Stream.concat(Stream.of(svg), all.stream()))
                .allSatisfy(element -> assertThat(Stream.of("x", "y", "x1", "y1", "x2", "y2", "width", "height")
                                .map(element::getAttribute)
                                .filter(value -> !value.isEmpty()))
                        .allMatch(value -> value.matches("-?[0-9]+")));
    }

    @Test
    void manyColumnsLeaveOutLabelsRatherThanLetThemRunTogether() throws Exception {
        List<String> labels =
                IntStream.range(0, 40).mapToObj(i -> "tisdag " + i).toList();
        Element svg = drawn(SvgChart.columns(
                "Barn",
                "",
                labels,
                List.of(new Series(
                        "Barn", "#115E4C", IntStream.range(0, 40).boxed().toList()))));

        assertThat(texts(svg).stream().filter(text -> text.startsWith("tisdag")))
                .hasSizeBetween(5, 10);
    }

    @Test
    void wordsThatLookLikeMarkupStayWords() throws Exception {
        Element svg = drawn(SvgChart.bars("Lek & \"sång\" <nu>", "", List.of(new Bar("A & <B>", 1, "1"))));

        assertThat(svg.getAttribute("aria-label")).isEqualTo("Lek & \"sång\" <nu>");
        assertThat(texts(svg)).contains("A & <B>");
    }

    @Test
    void nothingToDrawIsAnEmptyPicture() throws Exception {
        assertThat(elements(drawn(SvgChart.columns("Barn", "", List.of(), List.of())), "rect"))
                .isEmpty();
        assertThat(elements(drawn(SvgChart.bars("Barn", "", List.of())), "rect"))
                .isEmpty();
    }

    private static Element drawn(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return document.getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Element svg, String name) {
        var nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
