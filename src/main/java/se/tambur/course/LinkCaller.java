package se.tambur.course;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls a link to hear whether it answers, and reads nothing of the answer. Every step of a redirection is looked at
 * before it is taken: only https, and only to addresses that may be called.
 */
class LinkCaller {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_STEPS = 4;
    private static final int FIRST_OF_ERRORS = 400;

    private final Predicate<InetAddress> allowed;
    private final HttpClient client;

    /** @param client one that follows no redirection by itself */
    LinkCaller(Predicate<InetAddress> allowed, HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("A redirection must not be followed unseen");
        }
        this.allowed = allowed;
        this.client = client;
    }

    /** Calls only what lies outside the house and its network. */
    static LinkCaller toOutside() {
        return new LinkCaller(
                Outside::is,
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE.dividedBy(2))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    /** What is wrong with it; empty when it answers. */
    Optional<Flaw> call(String link) {
        try {
            URI at = URI.create(link);
            for (int step = 0; step < MOST_STEPS; step++) {
                Optional<Flaw> refused = refused(at);
                if (refused.isPresent()) {
                    return refused;
                }
                Reply reply = ask(at);
                String next = reply.next();
                if (next == null) {
                    return reply.status() < FIRST_OF_ERRORS ? Optional.empty() : Optional.of(Flaw.GONE);
                }
                at = at.resolve(next);
            }
            return Optional.of(Flaw.GONE);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Flaw.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Flaw.SILENT);
        }
    }

    /** The name's addresses are kept by Java for half a minute, so that those looked at here are those called. */
    private Optional<Flaw> refused(URI at) throws UnknownHostException {
        if (!CourseYaml.isSafe(at.toString())) {
            return Optional.of(Flaw.UNSAFE);
        }
        return Arrays.stream(InetAddress.getAllByName(at.getHost())).allMatch(allowed)
                ? Optional.empty()
                : Optional.of(Flaw.INSIDE);
    }

    /** Some sites answer no HEAD, or another than a reader would get. */
    private Reply ask(URI at) throws IOException, InterruptedException {
        try {
            Reply head = ask(at, "HEAD");
            if (head.status() < FIRST_OF_ERRORS) {
                return head;
            }
        } catch (IOException e) {
            // the line was cut off; it may be the HEAD they do not like
        }
        return ask(at, "GET");
    }

    private Reply ask(URI at, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(PATIENCE)
                .header("User-Agent", "Tambur (link check)")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // closed unread: however long the page is, it is not for us
        response.body().close();
        boolean redirects = response.statusCode() >= 300 && response.statusCode() < FIRST_OF_ERRORS;
        return new Reply(
                response.statusCode(),
                redirects ? response.headers().firstValue("Location").orElse(null) : null);
    }

    /** What can be wrong with a link. */
    enum Flaw {
        /** Nobody answers. */
        SILENT,
        /** The page is not there, or sends on for ever. */
        GONE,
        /** It sends on to a page without encryption. */
        UNSAFE,
        /** It leads into a network that is not the internet. */
        INSIDE;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Reply(int status, @Nullable String next) {}
}
