package se.tambur.security;

import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The checked table {@code routes.txt}, and the addresses that the house really has. */
final class Routes {

    private Routes() {}

    /** An address by its method, or {@code ANY}, or {@code VIEW} for a page of the office. */
    record Place(String method, String path) implements Comparable<Place> {

        /** An address of that form where nothing is. */
        String example() {
            return path.replace("{name:style-[0-9a-f]+\\.css}", "style-0.css")
                    .replaceAll("\\{[^/]+?\\}", "QQQQQQ")
                    .replaceAll(":[a-z]+", "new")
                    .replace("**", "nowhere");
        }

        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Map<Place, String> table() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .collect(Collectors.toMap(
                            cells -> new Place(cells[0], cells[1]),
                            cells -> cells[2],
                            (one, other) -> {
                                throw new IllegalStateException("a line of routes.txt stands there twice");
                            },
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Place> mappings(ApplicationContext house) {
        var places = new ArrayList<Place>();
        house.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    for (String path : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            places.add(new Place("ANY", path));
                        }
                        methods.forEach(method -> places.add(new Place(method.name(), path)));
                    }
                }));
        return places.stream().distinct().sorted().toList();
    }

    static Map<Place, Class<?>> views() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var views = new TreeMap<Place, Class<?>>();
        scanner.findCandidateComponents("se.tambur").forEach(found -> {
            Class<?> view = ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
            Route route = Objects.requireNonNull(view.getAnnotation(Route.class));
            views.put(new Place("VIEW", "/" + route.value()), view);
        });
        return views;
    }
}
