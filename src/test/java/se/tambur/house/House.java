package se.tambur.house;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged server as a process of its own on a data folder, on loopback; can be stopped, killed and opened again on the same port. */
public final class House implements AutoCloseable {

    private static final String JAR = "target/house/tambur.jar";

    private static final Pattern READY =
            Pattern.compile("tambur: ready (\\S+)(?: kiosk-code (\\S+))?(?: setup (\\S+))?");

    /** Quick to open for the tests; the bench gives those of scripts/run. */
    private static final List<String> JAVA_OPTIONS = List.of(System.getProperty(
                    "tambur.house.java",
                    "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED")
            .split(" "));

    private final Path home;
    private final int port;
    private final List<String> program;
    private final List<String> settings;
    private final Path log;
    private @Nullable Process process;
    private String kioskCode = "";
    private @Nullable String setup;

    private House(Path home, int port, List<String> program, List<String> settings) {
        this.home = home;
        this.port = port;
        this.program = program;
        this.settings = settings;
        this.log = home.resolve("house.log");
    }

    /** Opens on a fresh folder and a free port; settings such as {@code --tambur.kiosk.x=1}. */
    public static House fresh(String... settings) {
        return opened(List.of("-jar", JAR), null, settings);
    }

    /** As {@link #fresh}, where it is another time, such as {@code 2027-06-01T08:00} in Stockholm; {@link #move} moves it on. */
    static House at(String local, String... settings) {
        try {
            // the one class alone: no other of the tests is part of the house
            Path classes = Files.createTempDirectory("tambur-clock");
            Path ours = Path.of("target/test-classes");
            try (Stream<Path> files = Files.list(ours.resolve("se/tambur/house"))) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().startsWith("MovedHouse"))
                        .toList()) {
                    Path copy = classes.resolve(ours.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            return opened(
                    List.of("-cp", JAR + File.pathSeparator + classes, MovedHouse.class.getName()), local, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static House opened(List<String> program, @Nullable String local, String... settings) {
        try (var socket = new ServerSocket(0)) {
            var house = new House(
                    Files.createTempDirectory("tambur-house"), socket.getLocalPort(), program, List.of(settings));
            socket.close();
            if (local != null) {
                house.move(local);
            }
            house.open();
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the clock of a house that was opened {@link #at} another time. */
    void move(String local) {
        Instant then =
                LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Stockholm")).toInstant();
        try {
            // whole or not at all: the house reads it whenever it asks for the time
            Path file = Files.createTempFile(home, "clock", "");
            Files.writeString(file, Duration.between(Instant.now(), then).toString());
            Files.move(file, home.resolve(MovedHouse.FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server and waits until it says that it is ready. */
    public void open() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(program);
        command.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--tambur.home=" + home,
                "--tambur.public-url=" + address()));
        command.addAll(settings);
        try {
            Process started = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            var ready = new CompletableFuture<Void>();
            Thread.ofVirtual().start(() -> listen(started, ready));
            ready.get(90, TimeUnit.SECONDS);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The house did not open: " + log(), e);
        }
    }

    private void listen(Process started, CompletableFuture<Void> ready) {
        try (var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(
                        log, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            String line;
            while ((line = lines.readLine()) != null) {
                Matcher said = READY.matcher(line);
                if (said.matches()) {
                    kioskCode = Optional.ofNullable(said.group(2)).orElse("");
                    setup = said.group(3);
                    ready.complete(null);
                    continue;
                }
                out.write(line);
                out.newLine();
                out.flush();
            }
        } catch (IOException e) {
            // the process has ended; what it said so far is in the log
        }
        ready.completeExceptionally(new IllegalStateException("ended"));
    }

    /** As when the plug is pulled. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
        }
    }

    /** In good order. */
    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            await(running);
        }
    }

    private static void await(Process running) {
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    public Path home() {
        return home;
    }

    /** The pairing code of the ready line; used once. */
    public String kioskCode() {
        return kioskCode;
    }

    /** The one-time link of the ready line. */
    public Optional<String> setup() {
        return Optional.ofNullable(setup);
    }

    /** What the server has said besides the ready line. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A job of the scripts, such as {@code POST pair?centre=lekladan}. */
    public HttpResponse<byte[]> control(String method, String path, byte... body) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + "/api/control/v1/" + path))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + Files.readString(home.resolve("control-token"))
                                                    .strip())
                            .header("Content-Type", "text/plain; charset=UTF-8")
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A fresh pairing code. */
    public String newCode() {
        return new String(control("POST", "pair?centre=lekladan").body(), StandardCharsets.UTF_8).strip();
    }
}
