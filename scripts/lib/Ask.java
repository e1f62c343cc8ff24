import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks the running server to do something: {@code HOME METHOD PATH [BODY-FILE|-] [OUT-FILE|-]}. Ends with 0 when it did,
 * with 1 when it would not (its reason on standard error), with 3 when no server runs on that data folder.
 */
void main(String[] args) throws Exception {
    if (args[0].equals("--encode")) {
        IO.print(URLEncoder.encode(args[1], StandardCharsets.UTF_8));
        return;
    }
    Path home = Path.of(args[0]);
    Path address = home.resolve("address");
    if (!Files.exists(address)) {
        System.exit(3);
    }
    var request = HttpRequest.newBuilder(URI.create(Files.readString(address).strip() + args[2]))
            .timeout(Duration.ofMinutes(30))
            .header("Authorization", "Bearer " + Files.readString(home.resolve("control-token")).strip())
            .header("Content-Type", "text/plain; charset=UTF-8");
    request.method(
            args[1],
            args.length > 3 && !args[3].equals("-")
                    ? HttpRequest.BodyPublishers.ofFile(Path.of(args[3]))
                    : HttpRequest.BodyPublishers.noBody());
    HttpResponse<byte[]> answer;
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
        answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
        System.exit(3);
        return;
    } catch (IOException e) {
        System.err.println("The server stopped answering: " + e.getMessage());
        System.exit(1);
        return;
    }
    if (answer.statusCode() / 100 != 2) {
        System.err.println(new String(answer.body(), StandardCharsets.UTF_8).strip());
        System.exit(1);
    }
    if (args.length > 4 && !args[4].equals("-")) {
        Files.write(Path.of(args[4]), answer.body());
    } else {
        System.out.write(answer.body());
        System.out.println();
    }
}
